/** Finds Chromium, or installs it where that is allowed. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { install, lineToInstall, mayInstall, release } from '../../apt.mjs';

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
  // Ubuntu's package of that name brings Chromium as a snap.
  const packages = [/^ID=ubuntu$/m.test(release) ? 'chromium-browser' : 'chromium', 'fonts-noto-cjk'];
  let trouble = '';
  if (findChromium() === undefined && mayInstall()) {
    console.log(`Chromium is missing: installing ${packages.join(' and ')} by apt`);
    trouble = await install(packages);
  }
  const found = findChromium();
  if (found !== undefined) return found;
  throw new Error(
    `${trouble}Chromium is missing. Run this line, or let CHROME_PATH name a Chromium or Chrome:
  ${lineToInstall(packages)}`,
  );
}
