import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../../server/src/core/article/article.ts';
import { parseArticle } from '../../../server/src/core/article/parse.ts';
import { type Place, readLandmarks } from '../../../server/src/core/navigation/landmarks.ts';
import { occurrencesOf } from '../../../server/src/core/navigation/occurrences.ts';
import { isName, renameAt } from '../../../server/src/core/navigation/rename.ts';
import { applyEdits } from '../../../server/src/core/text/edit.ts';

const folder = path.join(import.meta.dirname, '../../articles');
const articles = readdirSync(folder).map((name) => [name, path.join(folder, name, 'article.txt')] as const);

/** The titles and organisations of an article in reading order. */
function namesOf({ groups }: Article): readonly string[] {
  return groups.flatMap(({ projects }) =>
    projects.flatMap(({ title, organizations }) => [title.value, ...organizations.map(({ name }) => name.value)]),
  );
}

describe('renameAt', () => {
  it.each(articles)('changes one name of %s and leaves all others', (_name, file) => {
    const text = readFileSync(file, 'utf8');
    const article = parseArticle(text);
    const landmarks = readLandmarks(article);
    const checkPlace = (place: Place, newName: string): void => {
      const places = occurrencesOf(landmarks, place);
      const { edits, unwritable } = renameAt(article, places, place.text, newName);
      if (unwritable.length > 0) return;
      const own = new Set(places.map((other) => other.text));
      const renamed = namesOf(parseArticle(applyEdits(text, edits)));
      expect(renamed).toEqual(namesOf(article).map((name) => (own.has(name) ? newName : name)));
    };
    for (const place of landmarks.places) {
      if (place.kind === 'title') checkPlace(place, '星河步道改建');
      if (place.kind === 'organization') checkPlace(place, '星河市水务局');
    }
  });

  it.each([
    ['新名', true],
    [' ', false],
    ['', false],
    ['a\nb', false],
    ['a\u0007', false],
  ])('takes %j for a name: %s', (text, expected) => {
    expect(isName(text)).toBe(expected);
  });
});
