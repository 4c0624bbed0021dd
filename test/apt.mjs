/** Programs of the system that tests need: installed by apt where that is allowed. Plain Node. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { run } from './processes.mjs';

/** What the system says of itself; '' where it does not. */
export const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';

/** Whether apt is here, and this is root. */
export function mayInstall() {
  return process.getuid?.() === 0 && /^ID(?:_LIKE)?=.*(?:debian|ubuntu)/m.test(release);
}

/** The line that a person runs to the same end. */
export function lineToInstall(packages) {
  return `sudo apt-get update && sudo apt-get ${installing(packages).join(' ')}`;
}

/** Resolves to what went wrong, and to an empty text if nothing did. */
export async function install(packages) {
  return (await apt(['update'])) || (await apt(installing(packages)));
}

/** Debian's package `parallel`, for one of the tests; without it that test is skipped, and the line to run is said. */
export async function provideParallel() {
  const has = () =>
    (process.env.PATH ?? '')
      .split(path.delimiter)
      .some((folder) => folder && existsSync(path.join(folder, 'parallel')));
  if (has()) return;
  if (mayInstall()) {
    console.log('GNU parallel is missing: installing it by apt');
    const trouble = await install(['parallel']);
    if (trouble) console.log(trouble);
  }
  if (!has())
    console.log(
      `GNU parallel is missing, so its test will be skipped. To have it run:\n  ${lineToInstall(['parallel'])}`,
    );
}

function installing(packages) {
  return ['install', '-y', '--no-install-recommends', ...packages];
}

async function apt(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { code, output, reason } = await run('apt-get', args, { seconds: 600, env, stdio: ['ignore', 'pipe', 'pipe'] });
  return code === 0 ? '' : `apt-get ${args.join(' ')}: ${reason}\n${output}`;
}
