import { type Message, message } from '../text/message.ts';

/** What a person should know of a key before writing it. */
export interface KeyDescription {
  readonly meaning: Message;
  /** What kind of value stands behind it. */
  readonly form: 'text' | 'date' | 'list' | 'image' | 'boolean' | 'link';
}

/** A key that articles usually have; undefined for any other. */
export function describeKey(key: string): KeyDescription | undefined {
  return descriptions.get(key);
}

/** The keys that are offered, the usual order of a front matter. */
export function offeredKeys(): Iterable<string> {
  return descriptions.keys();
}

const descriptions: ReadonlyMap<string, KeyDescription> = new Map([
  ['title', { meaning: message('The headline of the article, as plain text.'), form: 'text' }],
  ['originalTitle', { meaning: message('The first headline, where a site gave the article another.'), form: 'text' }],
  [
    'categories',
    { meaning: message('The subjects under which the article is listed, one name an item.'), form: 'list' },
  ],
  ['tags', { meaning: message('Words under which the article is found, one name an item.'), form: 'list' }],
  ['headimg', { meaning: message('The address of the picture above the article.'), form: 'image' }],
  ['author', { meaning: message('Who wrote the article: a person, not the site.'), form: 'text' }],
  ['editor', { meaning: message('Who edited the article.'), form: 'text' }],
  ['source', { meaning: message('The site or paper that the article was taken from.'), form: 'text' }],
  ['comments', { meaning: message('Whether readers may comment: true or false.'), form: 'boolean' }],
  ['date', { meaning: message('When the article was published, in ISO 8601 with its time zone.'), form: 'date' }],
  ['updated', { meaning: message('When the article was last changed, in ISO 8601 with its time zone.'), form: 'date' }],
  ['thumbnail', { meaning: message('The address of the small picture in lists.'), form: 'image' }],
  ['description', { meaning: message('What the article says, in a sentence or two.'), form: 'text' }],
  ['link', { meaning: message('The address of the article on its site.'), form: 'link' }],
]);
