import { type Message, message } from '../core/text/message.ts';

/** Why the system refused, for a person; in the system's own English where it is none of the usual reasons. */
export function reasonOf(error: unknown): Message {
  switch (codeOf(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return message('there is no such file or folder');
    case 'EACCES':
    case 'EPERM':
      return message('permission denied');
    case 'EISDIR':
      return message('this is a folder; expected a file');
    case 'EROFS':
      return message('the file system is read-only');
    case 'ENOSPC':
      return message('no space is left on the device');
    default:
      return message('the system reports: {0}', error instanceof Error ? error.message : String(error));
  }
}

/** The code of a Node system error, such as `ENOENT`. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
