import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { startServer } from './server.ts';

const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(globalThis),
  new BrowserMessageWriter(globalThis),
);
// A worker knows no path to pages beside it: rules are linked only when the client says where their pages are. Nor does
// it know any files: those are asked of the client.
startServer(connection, { documentationBase: undefined, files: undefined, cacheIn: () => undefined });
