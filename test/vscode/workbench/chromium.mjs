/** Finds Chromium, or installs it where that is allowed. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { run } from '../../processes.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const places = ['/snap/bin/chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** The path of a Chromium or Chrome, from `CHROME_PATH`, the search path or the usual places; undefined without one. */
export function findChromium() {
  const candidates = [
    process.env.CHROME_PATH ?? '',
    ...(process.env.PATH ?? '')
      .split(path.delimiter)
      .filter(Boolean)
      .flatMap((folder) => names.map((name) => path.join(folder, name))),
    ...places,
  ];
  return candidates.find((candidate) => candidate !== '' && existsSync(candidate));
}

/**
 * The path of Chromium, which is installed by apt if it is missing and root runs this on Debian or Ubuntu. Rejects with
 * the line to run if that does not help.
 */
export async function requireChromium() {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  // Ubuntu's package of that name brings Chromium as a snap.
  const packages = [/^ID=ubuntu$/m.test(release) ? 'chromium-browser' : 'chromium', 'fonts-noto-cjk'];
  const install = ['install', '-y', '--no-install-recommends', ...packages];
  let trouble = '';
  if (findChromium() === undefined && process.getuid?.() === 0 && /^ID(?:_LIKE)?=.*(?:debian|ubuntu)/m.test(release)) {
    console.log(`Chromium is missing: installing ${packages.join(' and ')} by apt`);
    trouble = (await apt(['update'])) || (await apt(install));
  }
  const found = findChromium();
  if (found !== undefined) return found;
  throw new Error(
    `${trouble}Chromium is missing. Run this line, or let CHROME_PATH name a Chromium or Chrome:
  sudo apt-get update && sudo apt-get ${install.join(' ')}`,
  );
}

/** Resolves to what went wrong, and to an empty text if nothing did. */
async function apt(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { code, output, reason } = await run('apt-get', args, { seconds: 600, env, stdio: ['ignore', 'pipe', 'pipe'] });
  return code === 0 ? '' : `apt-get ${args.join(' ')}: ${reason}\n${output}`;
}
