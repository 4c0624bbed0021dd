import type { Article } from '../../../article/article.ts';
import {
  isShortFor,
  type OfficeName,
  officeName,
  organizationNormalizer,
  withoutPlace,
} from '../../../article/organization-names.ts';
import type { Organization } from '../../../article/projects.ts';
import { message } from '../../../text/message.ts';
import { sliceSpan } from '../../../text/span.ts';
import type { Report, Rule } from '../../rule.ts';

export const organizationVariants: Rule = {
  code: 'structure.organization-variants',
  severity: 'info',
  summary: 'An organisation is written in two ways.',
  why:
    'When one list says 市卫健委 and 市卫生健康委员会, or 市公安局 and 上海市公安局, a table made of it counts two ' +
    'organisations. The less frequent way is reported at each place, and the fix writes the other one. Offices are compared ' +
    'by the characters of their names, in the order in which they stand; companies, schools and hospitals are not, since ' +
    'those with similar names are often others.',
  example: {
    before: `---
title: '示例'
---

<div>
<p>　　1.夜间门诊（市卫生健康委员会）</p>
<p>　　2.电子病历（市卫健委）</p>
<p>　　3.预约挂号（市卫生健康委员会）</p>
</div>
`,
    after: `---
title: '示例'
---

<div>
<p>　　1.夜间门诊（市卫生健康委员会）</p>
<p>　　2.电子病历（市卫生健康委员会）</p>
<p>　　3.预约挂号（市卫生健康委员会）</p>
</div>
`,
  },
  *check(article): Iterable<Report> {
    const organizations = organizationsOf(article);
    const usual = usualNames(organizations, organizationNormalizer(article));
    if (usual.size === 0) return;
    for (const { name } of organizations) {
      const other = usual.get(name.value);
      if (!other) continue;
      const isPlain = sliceSpan(article.text, name.span) === name.value;
      yield {
        span: name.span,
        message: message('“{0}” is also written “{1}”; expected one way.', name.value, other.name.value),
        related: [{ span: other.name.span, message: message('The other way of writing it.') }],
        fixes: isPlain
          ? [
              {
                title: message('Write “{0}”', other.name.value),
                safety: 'manual',
                edits: [{ span: name.span, text: other.name.value }],
              },
            ]
          : [],
      };
    }
  },
};

function organizationsOf({ groups }: Article): readonly Organization[] {
  const all: Organization[] = [];
  for (const { projects } of groups) for (const { organizations } of projects) all.push(...organizations);
  return all;
}

/** More names than this are not compared in pairs. */
const mostNames = 300;

/** For each name that is written in a more usual way, too, the first place of that. */
function usualNames(
  organizations: readonly Organization[],
  normalize: (name: string) => string,
): ReadonlyMap<string, Organization> {
  const names = new Set<string>();
  for (const { name } of organizations) if (names.size < mostNames) names.add(name.value);
  const usual = new Map<string, Organization>();
  const kinOfNames = kinOf(names, normalize);
  // Most lists write each name in one way, and nothing need be counted.
  if (kinOfNames.size === 0) return usual;
  const first = new Map<string, Organization>();
  const counts = new Map<string, number>();
  for (const organization of organizations) {
    const { value } = organization.name;
    if (!first.has(value)) first.set(value, organization);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  for (const [name, kin] of kinOfNames) {
    // A name that is short for two different ones may mean either.
    const [other, ...more] = kin;
    if (other === undefined || more.length > 0) continue;
    const isLess = (counts.get(name) ?? 0) - (counts.get(other) ?? 0) || name.length - other.length;
    const place = first.get(other);
    if (isLess < 0 && place) usual.set(name, place);
  }
  return usual;
}

interface Named {
  readonly name: string;
  readonly office: OfficeName;
}

/** The other ways in which each name is written: short for another, or with its place left out. */
function kinOf(
  names: ReadonlySet<string>,
  normalize: (name: string) => string,
): ReadonlyMap<string, ReadonlySet<string>> {
  const kin = new Map<string, Set<string>>();
  const join = (a: string, b: string): void => {
    kin.set(a, (kin.get(a) ?? new Set()).add(b));
    kin.set(b, (kin.get(b) ?? new Set()).add(a));
  };
  for (const own of officesByKind(names).values()) {
    for (const a of own) for (const b of own) if (isShortFor(a.office, b.office)) join(a.name, b.name);
  }
  for (const long of names) {
    for (const short of withoutPlace(long)) {
      if (names.has(short) && normalize(short) === normalize(long)) join(short, long);
    }
  }
  return kin;
}

/** Names that are short for each other are of one kind: a look at that spares most comparisons. */
function officesByKind(names: ReadonlySet<string>): ReadonlyMap<string, readonly Named[]> {
  const byKind = new Map<string, Named[]>();
  for (const name of names) {
    const office = officeName(name);
    if (office.kind === '') continue;
    const own = byKind.get(office.kind);
    if (own) own.push({ name, office });
    else byKind.set(office.kind, [{ name, office }]);
  }
  return byKind;
}
