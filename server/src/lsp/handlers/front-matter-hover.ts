import type { Hover } from 'vscode-languageserver';
import { type FrontMatterNote, noteAt } from '../../core/front-matter-help/hover.ts';
import { describeKey } from '../../core/front-matter-help/keys.ts';
import { isObject } from '../../core/lint/schema/pointer.ts';
import { compileSchemas } from '../../core/lint/schema/schema.ts';
import { message } from '../../core/text/message.ts';
import type { OpenDocument } from '../documents.ts';
import { createMarkup, type Markup } from '../markup.ts';
import type { Session } from '../session.ts';
import type { DocumentSettings } from '../settings.ts';

/**
 * The card on a key or a value of the front matter: what the key means, a date in the reader's time zone, a picture where
 * the settings allow it, how many articles share a name. Null elsewhere.
 */
export function frontMatterHover(
  session: Session,
  document: OpenDocument,
  settings: DocumentSettings,
  offset: number,
): Hover | null {
  const note = noteAt(document.article(), offset);
  if (!note) return null;
  const markup = createMarkup(session.client.markdownHover);
  const lines = [
    ...meaningOf(session, settings, markup, note),
    ...instantOf(session, markup, note),
    ...pictureOf(settings, markup, note),
    ...usesOf(session, markup, note),
  ];
  if (lines.length === 0) return null;
  return { contents: markup.content([lines]), range: document.proto().toRange(note.span) };
}

type Lines = readonly string[];

/** What the user's own schema says of a key comes before what Copydesk says. */
function meaningOf(
  { render }: Session,
  { lint }: DocumentSettings,
  { strong, text }: Markup,
  note: FrontMatterNote,
): Lines {
  const key = note.entry.key.value;
  const [own] =
    lint.schema.sources.length > 0
      ? compileSchemas(lint.schema).schemas.flatMap(({ root }) => descriptionIn(root.properties, key))
      : [];
  const description = describeKey(key);
  const meaning = own ?? (description && render(description.meaning));
  return meaning === undefined ? [] : [`${strong(key)} ${text(meaning)}`];
}

function descriptionIn(properties: unknown, key: string): Lines {
  const part = isObject(properties) ? properties[key] : undefined;
  return isObject(part) && typeof part.description === 'string' ? [part.description] : [];
}

function instantOf({ formatInstant }: Session, { text }: Markup, { instant, hasTime }: FrontMatterNote): Lines {
  return instant === undefined || !hasTime ? [] : [text(formatInstant(instant))];
}

function pictureOf({ hover }: DocumentSettings, { image }: Markup, note: FrontMatterNote): Lines {
  return hover.images && note.image !== undefined ? [image(note.image)] : [];
}

function usesOf({ render, workspace }: Session, { text }: Markup, { name }: FrontMatterNote): Lines {
  if (!name) return [];
  const uris = new Set<string>();
  for (const { uri } of workspace.index.placesOfName(name.kind, name.value)) uris.add(uri);
  return uris.size > 1 ? [text(render(message('Articles with it: {0}', uris.size)))] : [];
}
