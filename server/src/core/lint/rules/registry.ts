import type { Rule } from '../rule.ts';
import { declaredCountDiffers } from './structure/declared-count.ts';
import { missingOrganization } from './structure/missing-organization.ts';
import { numberingDuplicate } from './structure/numbering-duplicate.ts';
import { numberingGap } from './structure/numbering-gap.ts';
import { unknownDirective } from './text/unknown-directive.ts';

const rules: readonly Rule[] = [numberingGap, numberingDuplicate, declaredCountDiffers, missingOrganization];

/** Every rule, in the order in which findings at one place are listed and fixes are preferred. */
export const allRules: readonly Rule[] = [...rules, unknownDirective(rules.map(({ code }) => code))];
