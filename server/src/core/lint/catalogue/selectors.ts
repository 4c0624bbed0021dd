import { compile } from 'css-select';
import { AttributeAction, parse, type Selector, SelectorType } from 'css-what';
import type { ChildNode, Element, ParentNode } from 'domhandler';

/**
 * Finds the values whose selector matches an element. Selectors are filed under an id, a class, an attribute or a tag name
 * that the element must have, so that almost all elements are answered by a few looks into a map.
 */
export interface SelectorIndex<T> {
  find(element: Element): readonly T[];
}

interface Filed<T> {
  readonly matches: (element: Element) => boolean;
  readonly value: T;
}

/** @param entries must have passed {@link selectorProblem}. */
export function indexSelectors<T>(
  entries: readonly { readonly selector: string; readonly value: T }[],
): SelectorIndex<T> {
  const byId = new Map<string, Filed<T>[]>();
  const byClass = new Map<string, Filed<T>[]>();
  const byAttribute = new Map<string, Filed<T>[]>();
  const byName = new Map<string, Filed<T>[]>();
  const anywhere: Filed<T>[] = [];
  for (const { selector, value } of entries) {
    for (const alternative of parse(selector)) {
      const filed = { matches: lazily(alternative), value };
      const compound = lastCompound(alternative);
      const id = attributeValue(compound, 'id', AttributeAction.Equals);
      const className = attributeValue(compound, 'class', AttributeAction.Element);
      const attribute = compound.find((part) => part.type === SelectorType.Attribute);
      const tag = compound.find((part) => part.type === SelectorType.Tag);
      if (id !== undefined) file(byId, id, filed);
      else if (className !== undefined) file(byClass, className, filed);
      else if (attribute) file(byAttribute, attribute.name.toLowerCase(), filed);
      else if (tag) file(byName, tag.name.toLowerCase(), filed);
      else anywhere.push(filed);
    }
  }
  return {
    find(element) {
      let found: T[] | undefined;
      const look = (filed: readonly Filed<T>[] | undefined): void => {
        if (!filed) return;
        for (const { matches, value } of filed) {
          if (!matches(element)) continue;
          if (found) found.push(value);
          else found = [value];
        }
      };
      const { id, class: classes } = element.attribs;
      look(anywhere);
      if (id !== undefined) look(byId.get(id));
      if (classes !== undefined && byClass.size > 0) {
        if (/\s/.test(classes)) for (const name of classes.split(/\s+/)) look(byClass.get(name));
        else look(byClass.get(classes));
      }
      if (byAttribute.size > 0) for (const name in element.attribs) look(byAttribute.get(name));
      look(byName.get(element.name));
      return found ?? none;
    },
  };
}

const none: readonly never[] = [];

/**
 * Why a selector cannot be used; undefined for one that can. Type, class, id and attribute selectors may be combined by
 * white space, `>` and `+`; of the pseudo-classes only those are allowed that look at the element and its nearest
 * relatives, so that every selector takes time linear in the article.
 */
export function selectorProblem(selector: string): 'syntax' | 'unsupported' | undefined {
  let alternatives: Selector[][];
  try {
    alternatives = parse(selector);
  } catch {
    return 'syntax';
  }
  return alternatives.length > 0 && alternatives.every((parts) => parts.every(isSupported)) ? undefined : 'unsupported';
}

const supportedPseudos: ReadonlySet<string> = new Set(['empty', 'first-child', 'last-child', 'only-child']);

function isSupported(part: Selector): boolean {
  switch (part.type) {
    case SelectorType.Attribute:
    case SelectorType.Tag:
    case SelectorType.Universal:
    case SelectorType.Child:
    case SelectorType.Descendant:
    case SelectorType.Adjacent:
      return true;
    case SelectorType.Pseudo:
      if (part.name === 'not' || part.name === 'is') {
        return Array.isArray(part.data) && part.data.every((inner) => inner.every(isSimple));
      }
      return supportedPseudos.has(part.name);
    default:
      return false;
  }
}

function isSimple(part: Selector): boolean {
  return part.type === SelectorType.Attribute || part.type === SelectorType.Tag;
}

/** Compiled when an element is first asked about: of a long catalogue an article needs little. */
function lazily(alternative: Selector[]): (element: Element) => boolean {
  const climbs = alternative.some(({ type }) => type === SelectorType.Descendant);
  let compiled: ((element: Element) => boolean) | undefined;
  return (element) => {
    if (climbs && isDeeperThan(element, deepestSearch)) return false;
    compiled ??= compile<ChildNode, Element>([alternative]);
    return compiled(element);
  };
}

/** No page that people made nests deeper; without a bound, ten thousand nested elements take quadratic time. */
const deepestSearch = 200;

function isDeeperThan(element: Element, depth: number): boolean {
  let at: ParentNode | null = element;
  for (let level = 0; level <= depth; level++) {
    if (!at) return false;
    at = at.parent;
  }
  return at !== null;
}

/** What is said of the element itself, behind the last combinator. */
function lastCompound(parts: readonly Selector[]): readonly Selector[] {
  const last = parts.findLastIndex(({ type }) => combinators.has(type));
  return parts.slice(last + 1);
}

const combinators: ReadonlySet<SelectorType> = new Set([
  SelectorType.Child,
  SelectorType.Descendant,
  SelectorType.Adjacent,
  SelectorType.Sibling,
  SelectorType.Parent,
  SelectorType.ColumnCombinator,
]);

function attributeValue(parts: readonly Selector[], name: string, action: AttributeAction): string | undefined {
  for (const part of parts) {
    if (part.type === SelectorType.Attribute && part.name === name && part.action === action) return part.value;
  }
  return undefined;
}

function file<T>(map: Map<string, Filed<T>[]>, key: string, filed: Filed<T>): void {
  const known = map.get(key);
  if (known) known.push(filed);
  else map.set(key, [filed]);
}
