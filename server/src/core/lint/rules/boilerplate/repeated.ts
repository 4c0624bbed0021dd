import { parseArticle } from '../../../article/parse.ts';
import { siteOf } from '../../../article/site.ts';
import { message } from '../../../text/message.ts';
import { emptyCatalogue } from '../../catalogue/shipped.ts';
import { keysOf } from '../../repetition/fingerprint.ts';
import type { BoilerplateConfig, Report, Rule } from '../../rule.ts';
import { classifyBoilerplate } from './classify.ts';
import { removalOf } from './reports.ts';

const slogan = '江湖之远，与你同在';

const before = `---
title: '社区食堂开张'
site: 江海晚报
---

<div>
<p>　　第三家社区食堂昨天开张。</p>
<p>${slogan}</p>
</div>
`;

export const repeated: Rule = {
  code: 'boilerplate.repeated',
  severity: 'warning',
  summary: 'A line or picture that stands in many articles of the same site.',
  why:
    'What a site prints under everything it publishes is furniture, even where no rule knows its words. The articles of ' +
    'the folder are counted by site, articles that are nearly the same once; a block has to stand in a tenth of them, and ' +
    'in five at least, on different days and under titles that have nothing in common, so that news which was reported ' +
    'twice is left alone. “Mark as Boilerplate” gives it a name in your own catalogue.',
  example: {
    before,
    after: before.replace(`<p>${slogan}</p>\n`, ''),
    get config() {
      return { boilerplate: exampleConfig() };
    },
  },
  check(article, config): readonly Report[] {
    const { boilerplate } = config;
    const blocks = classifyBoilerplate(article, boilerplate).repeated;
    if (!blocks) return [];
    const site = boilerplate.repetition.get(siteOf(article.frontMatter) ?? '');
    return blocks.map((block) => ({
      span: block.span,
      message:
        site && block.articles > 0
          ? message(
              'Stands in {0} of {1} articles of {2}; expected text of this article only.',
              block.articles,
              site.articleCount,
              site.site,
            )
          : message('Listed in the catalogue as repeated by the site; expected text of this article only.'),
      unnecessary: true,
      fixes: [{ title: message('Remove what is repeated'), safety: 'suggestion', ...removalOf(article, block) }],
    }));
  },
};

function exampleConfig(): BoilerplateConfig {
  const article = parseArticle(before);
  const lines = article.body.lines.filter(({ text }) => text === slogan);
  const blocks = new Map(lines.flatMap(keysOf).map((key) => [key, 812]));
  const site = '江海晚报';
  return {
    catalogue: emptyCatalogue,
    structure: true,
    repetition: new Map([[site, { site, articleCount: 1000, blocks }]]),
  };
}
