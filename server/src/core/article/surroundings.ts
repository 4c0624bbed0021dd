import { type Document, type Element, isTag, type ParentNode } from 'domhandler';

/** What a line stands in: of each kind the nearest element around it. */
export interface Surroundings {
  /** `<h1>` to `<h6>`, or a table's `<caption>`. */
  readonly heading: Element | undefined;
  readonly listItem: Element | undefined;
  readonly cell: Element | undefined;
  readonly table: Element | undefined;
  readonly isPreformatted: boolean;
}

/**
 * Gives the surroundings of blocks of one document. What was found out for an element is kept for all that is inside
 * it, so that each element is looked at once, however deep the nesting.
 */
export function createSurroundings(): (block: Element | Document) => Surroundings {
  const known = new Map<ParentNode, Surroundings>();
  // The blocks of most lines are neighbours.
  let parent: ParentNode | null | undefined;
  let around = nowhere;
  return (block) => {
    if (!isTag(block)) return nowhere;
    if (block.parent !== parent) {
      parent = block.parent;
      around = of(parent);
    }
    return inside(block, around);
  };

  function of(block: ParentNode | null): Surroundings {
    const path: Element[] = [];
    let at = block;
    while (at && isTag(at) && !known.has(at)) {
      path.push(at);
      at = at.parent;
    }
    let surroundings = (at && known.get(at)) ?? nowhere;
    for (let index = path.length - 1; index >= 0; index--) {
      const element = path[index];
      if (!element) continue;
      surroundings = inside(element, surroundings);
      known.set(element, surroundings);
    }
    return surroundings;
  }
}

const nowhere: Surroundings = {
  heading: undefined,
  listItem: undefined,
  cell: undefined,
  table: undefined,
  isPreformatted: false,
};

function inside(element: Element, around: Surroundings): Surroundings {
  switch (element.name) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
    case 'caption':
      return { ...around, heading: element };
    case 'li':
      return { ...around, listItem: element };
    case 'td':
    case 'th':
      return { ...around, cell: element };
    case 'table':
      return { ...around, table: element, cell: undefined };
    case 'pre':
      return { ...around, isPreformatted: true };
    default:
      return around;
  }
}
