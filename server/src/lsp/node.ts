import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { message, renderMessage } from '../core/text/message.ts';
import { translateTo } from '../translations.ts';
import { nodeCache } from './node-cache.ts';
import { nodeFiles } from './node-files.ts';
import { startServer } from './server.ts';

const transports = ['--stdio', '--node-ipc', '--socket', '--pipe'];

if (process.argv.some((argument) => transports.includes(argument.replace(/=.*/, '')))) {
  // The bundle is dist/server.js; the pages are shipped in docs/rules/ beside dist/.
  const documentation = join(__dirname, '..', 'docs', 'rules', '/');
  startServer(createConnection(ProposedFeatures.all), {
    documentationBase: pathToFileURL(documentation).href,
    files: nodeFiles,
    cacheIn: nodeCache,
  });
} else {
  const usage = message('Unexpected call without a transport. Expected {0}.', 'copydesk-language-server --stdio');
  process.stderr.write(`${renderMessage(usage, translateTo(process.env.LANG ?? 'en'))}\n`);
  process.exitCode = 2;
}
