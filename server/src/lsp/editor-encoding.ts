import { type Message, message } from '../core/text/message.ts';
import type { DecodedText } from '../workspace/decode.ts';
import type { Session } from './session.ts';

/**
 * Why an article that is not open cannot be changed, or undefined where it can. An editor opens a file without a byte order
 * mark as its setting says and not as its bytes would have it: VS Code reads GB18030 as UTF-8, and once it saves such a file,
 * every character that it could not read is lost.
 */
export async function unsafeToEdit(
  { workspace, client, connection }: Session,
  uri: string,
): Promise<Message | undefined> {
  if (workspace.isOpen(uri)) return undefined;
  const file = await workspace.encodingOf(uri);
  if (!file) return undefined;
  const setting: unknown = client.configuration
    ? await connection.workspace.getConfiguration({ scopeUri: uri, section: 'files.encoding' }).catch(() => undefined)
    : undefined;
  if (file.replaced === 0 && (file.byteOrderMark || namesOf[file.encoding].includes(setting ?? 'utf8')))
    return undefined;
  const name = decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
  return file.replaced > 0
    ? message('{0} has to change, too, but holds bytes that no encoding explains. Repair it first, then rename.', name)
    : message(
        '{0} has to change, too, but is encoded as {1}, and the editor would not open it so. Reopen it with its encoding or save it as UTF-8, then rename.',
        name,
        file.encoding.toUpperCase(),
      );
}

/** What the setting `files.encoding` of VS Code calls an encoding, where it opens every file in it without loss. */
const namesOf: Readonly<Record<DecodedText['encoding'], readonly unknown[]>> = {
  'utf-8': ['utf8', 'utf8bom'],
  'utf-16le': ['utf16le'],
  'utf-16be': ['utf16be'],
  gb18030: ['gb18030'],
};
