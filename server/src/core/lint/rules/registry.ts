import type { Rule } from '../rule.ts';
import { ad } from './boilerplate/ad.ts';
import { appPromo } from './boilerplate/app-promo.ts';
import { callToAction } from './boilerplate/call-to-action.ts';
import { comment } from './boilerplate/comment.ts';
import { commentBox } from './boilerplate/comment-box.ts';
import { copyButton } from './boilerplate/copy-button.ts';
import { copyright } from './boilerplate/copyright.ts';
import { disclaimer } from './boilerplate/disclaimer.ts';
import { editorCredit } from './boilerplate/editor-credit.ts';
import { emptyBlock } from './boilerplate/empty-block.ts';
import { endMark } from './boilerplate/end-mark.ts';
import { navigation } from './boilerplate/navigation.ts';
import { originalTitle } from './boilerplate/original-title.ts';
import { pageInfo } from './boilerplate/page-info.ts';
import { profile } from './boilerplate/profile.ts';
import { qrPromo } from './boilerplate/qr-promo.ts';
import { relatedLinks } from './boilerplate/related-links.ts';
import { repeated } from './boilerplate/repeated.ts';
import { script } from './boilerplate/script.ts';
import { share } from './boilerplate/share.ts';
import { siteIcon } from './boilerplate/site-icon.ts';
import { sourceCredit } from './boilerplate/source-credit.ts';
import { style } from './boilerplate/style.ts';
import { tags } from './boilerplate/tags.ts';
import { tracking } from './boilerplate/tracking.ts';
import { authorIsSite } from './front-matter/author-is-site.ts';
import { authorLabel } from './front-matter/author-label.ts';
import { categoryFormat } from './front-matter/category-format.ts';
import { categoryPlaceholder } from './front-matter/category-placeholder.ts';
import { categoryRepeated } from './front-matter/category-repeated.ts';
import { categoryScript } from './front-matter/category-script.ts';
import { damagedText } from './front-matter/damaged-text.ts';
import { dateFormat } from './front-matter/date-format.ts';
import { duplicateKey } from './front-matter/duplicate-key.ts';
import { emptyValue } from './front-matter/empty-value.ts';
import { imageAddress } from './front-matter/image-address.ts';
import { implausibleDate } from './front-matter/implausible-date.ts';
import { impossibleDate } from './front-matter/impossible-date.ts';
import { insecureImage } from './front-matter/insecure-image.ts';
import { leadingBlankLine } from './front-matter/leading-blank-line.ts';
import { lostText } from './front-matter/lost-text.ts';
import { missing } from './front-matter/missing.ts';
import { missingKey } from './front-matter/missing-key.ts';
import { misspeltKey } from './front-matter/misspelt-key.ts';
import { nameMarkup } from './front-matter/name-markup.ts';
import { nestedList } from './front-matter/nested-list.ts';
import { placeholderValue } from './front-matter/placeholder-value.ts';
import { promotionalImage } from './front-matter/promotional-image.ts';
import { proxiedImage } from './front-matter/proxied-image.ts';
import { sameImage } from './front-matter/same-image.ts';
import { schemaMismatch } from './front-matter/schema-mismatch.ts';
import { titleFileName } from './front-matter/title-file-name.ts';
import { titleMarkup } from './front-matter/title-markup.ts';
import { titleMismatch } from './front-matter/title-mismatch.ts';
import { titleQuotes } from './front-matter/title-quotes.ts';
import { titleSite } from './front-matter/title-site.ts';
import { titleSpaces } from './front-matter/title-spaces.ts';
import { titleUnderscores } from './front-matter/title-underscores.ts';
import { unclosed } from './front-matter/unclosed.ts';
import { unquotedTitle } from './front-matter/unquoted-title.ts';
import { yamlSyntax } from './front-matter/yaml-syntax.ts';
import { declaredCountDiffers } from './structure/declared-count.ts';
import { emptyBody } from './structure/empty-body.ts';
import { missingOrganization } from './structure/missing-organization.ts';
import { mixedBrackets } from './structure/mixed-brackets.ts';
import { numberingDuplicate } from './structure/numbering-duplicate.ts';
import { numberingGap } from './structure/numbering-gap.ts';
import { numberingOrder } from './structure/numbering-order.ts';
import { organizationVariants } from './structure/organization-variants.ts';
import { repeatedProject } from './structure/repeated-project.ts';
import { unclosedElement } from './structure/unclosed-element.ts';
import { blankLines } from './text/blank-lines.ts';
import { invisibleCharacter } from './text/invisible-character.ts';
import { replacementCharacter } from './text/replacement-character.ts';
import { trailingSpace } from './text/trailing-space.ts';
import { unknownDirective } from './text/unknown-directive.ts';

const rules: readonly Rule[] = [
  authorIsSite,
  authorLabel,
  categoryFormat,
  categoryPlaceholder,
  categoryRepeated,
  categoryScript,
  damagedText,
  dateFormat,
  duplicateKey,
  emptyValue,
  imageAddress,
  implausibleDate,
  impossibleDate,
  insecureImage,
  leadingBlankLine,
  lostText,
  missing,
  missingKey,
  misspeltKey,
  nameMarkup,
  nestedList,
  placeholderValue,
  promotionalImage,
  proxiedImage,
  sameImage,
  schemaMismatch,
  titleFileName,
  titleMarkup,
  titleMismatch,
  titleQuotes,
  titleSite,
  titleSpaces,
  titleUnderscores,
  unclosed,
  unquotedTitle,
  yamlSyntax,
  ad,
  appPromo,
  callToAction,
  comment,
  commentBox,
  copyButton,
  copyright,
  disclaimer,
  editorCredit,
  emptyBlock,
  endMark,
  navigation,
  originalTitle,
  pageInfo,
  profile,
  qrPromo,
  relatedLinks,
  script,
  share,
  siteIcon,
  sourceCredit,
  style,
  tags,
  tracking,
  repeated,
  numberingGap,
  numberingDuplicate,
  numberingOrder,
  declaredCountDiffers,
  repeatedProject,
  mixedBrackets,
  organizationVariants,
  missingOrganization,
  emptyBody,
  unclosedElement,
  blankLines,
  invisibleCharacter,
  replacementCharacter,
  trailingSpace,
];

/** Every rule, in the order in which findings at one place are listed and fixes are preferred. */
export const allRules: readonly Rule[] = [...rules, unknownDirective(rules.map(({ code }) => code))];
