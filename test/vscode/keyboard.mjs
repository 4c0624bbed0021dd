/**
 * A person at the keyboard: opens a folder in VS Code with the extension installed as from its package, opens an
 * article, goes to a project by its name, and exports all projects. Nothing is clicked.
 */
import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { run } from '../processes.mjs';
import { openPage } from './workbench/browser.mjs';
import { installExtension } from './workbench/extension.mjs';
import { choose, runCommand } from './workbench/quick-input.mjs';
import { serveWorkbench } from './workbench/server.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const article = 'projects.txt';
const millisecondsToWait = 20_000;
const takesPicture = process.env.COPYDESK_SCREENSHOT === '1';

/**
 * Rejects if the file that the editor exports differs from what the command line exports. With COPYDESK_SCREENSHOT=1 it
 * also takes the picture for the README; on failure it leaves one in `dist/`.
 */
export async function exportByKeyboard() {
  const temporary = await mkdtemp(path.join(tmpdir(), 'copydesk-keyboard-'));
  const folder = path.join(temporary, 'articles');
  await cp(path.join(import.meta.dirname, 'fixtures'), folder, { recursive: true });
  const server = await serveWorkbench({ prepareExtensions: installExtension });
  const page = await openPage();
  page.setDefaultTimeout(millisecondsToWait);
  try {
    await page.goto(server.address({ folder }));
    await page.locator('.explorer-folders-view').waitFor();

    await page.keyboard.press('Control+P');
    await choose(page, article, 'Search files by name');
    await page.locator('.statusbar-item', { hasText: 'Scraped Article' }).waitFor();
    await page.locator('.squiggly-warning').first().waitFor({ state: 'attached' });

    if (takesPicture) await showOutline(page);
    await page.keyboard.press('Control+Shift+O');
    await choose(page, '老街路灯', 'Type the name of a symbol');
    await page.locator('.statusbar-item', { hasText: 'Ln 21' }).waitFor();

    const before = await readdir(folder);
    await runCommand(page, 'Copydesk: Export Projects');
    await choose(page, 'JSON', 'Choose a format');
    await page.locator('.notification-toast', { hasText: '6 projects' }).waitFor();
    await page.locator('.notification-toast', { hasText: 'Exporting' }).waitFor({ state: 'detached' });
    const created = (await readdir(folder)).filter((name) => !before.includes(name));
    assert.equal(created.length, 1, `expected one new file, not ${created}`);
    assert.equal(await readFile(path.join(folder, ...created), 'utf8'), await exportByCommandLine(folder));

    if (process.env.COPYDESK_SCREENSHOT === '1')
      await page.screenshot({ path: path.join(root, 'images/screenshot.png') });
  } catch (error) {
    await mkdir(path.join(root, 'dist'), { recursive: true });
    await page.screenshot({ path: path.join(root, 'dist/keyboard-failure.png') });
    throw error;
  } finally {
    await page.context().browser()?.close();
    server.close();
    await rm(temporary, { recursive: true, force: true });
  }
}

/** Gives the outline the whole side bar, and the focus back to the editor. */
async function showOutline(page) {
  await runCommand(page, 'View: Move View');
  await choose(page, 'Outline', 'Select a View to Move');
  await choose(page, 'New Side Bar Entry', 'Select a Destination');
  await page.locator('.outline-tree .monaco-list-row', { hasText: '二、三个区级项目' }).waitFor();
  await page.keyboard.press('Control+1');
}

async function exportByCommandLine(cwd) {
  const args = [path.join(root, 'dist/cli.js'), 'export', '--format', 'json', article];
  const { code, output, reason } = await run(process.execPath, args, {
    cwd,
    seconds: 30,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  assert.equal(code, 0, reason);
  return output;
}
