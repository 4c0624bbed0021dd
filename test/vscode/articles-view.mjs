/**
 * The view of all articles in a real window: reached and walked through by keyboard, kept up to date as files come and
 * go, and clear about folders that are not read.
 */
import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openPage } from './workbench/browser.mjs';
import { installExtension } from './workbench/extension.mjs';
import { runCommand } from './workbench/quick-input.mjs';
import { serveWorkbench } from './workbench/server.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const millisecondsToWait = 40_000;
const stepsToWalk = 50;
const triesToOpen = 8;

/** Rejects if the keyboard does not lead from a site, a problem and an organisation to its place in an article. */
export async function walkThroughArticles() {
  await inWindow({}, async ({ page, folder, view, row, rows }) => {
    const position = (line) => page.locator('.statusbar-item', { hasText: line });
    assert.equal(await view.count(), 0, 'the view is there before anybody has anything to do with articles');
    await runCommand(page, 'Copydesk: Show Articles');
    await row('湾区晚报').waitFor();
    await row('No site').waitFor();

    const tab = page.locator('.tab.active', { hasText: 'projects.txt' });
    await openBelow(page, row('湾区晚报'), rows('青石湾年度便民项目揭晓'), tab);

    await runCommand(page, 'Copydesk: Group Articles by Problem');
    await row('boilerplate.app-promo').waitFor();
    await openBelow(page, row('boilerplate.app-promo'), rows('青石湾年度便民项目揭晓'), position('Ln 36'));

    await runCommand(page, 'Copydesk: Group Articles by Organisation');
    await row('市图书馆').waitFor();
    await openBelow(page, row('市供电公司'), rows('老街路灯'), position('Ln 21'));

    await runCommand(page, 'Copydesk: Group Articles by Category');
    const article = await readFile(path.join(folder, 'interview.txt'), 'utf8');
    const file = path.join(folder, 'new.txt');
    await writeFile(file, article.replace('人物', '渡口'));
    await row('渡口').waitFor();
    await writeFile(file, article.replace('人物', '码头'));
    await row('码头').waitFor();
    await row('渡口').waitFor({ state: 'detached' });
    await mkdir(path.join(folder, 'old'));
    await rename(file, path.join(folder, 'old/new.txt'));
    await row('码头').waitFor();
    // Until the news of its new place is here, the entry leads to where the article was.
    const folderOfTab = page.locator('.breadcrumbs-control', { hasText: 'old' });
    await openBelow(page, row('码头'), rows('摆渡人的四十年'), folderOfTab);
    // A document that is open is known whatever becomes of its file.
    await runCommand(page, 'View: Close All Editors');
    await rm(path.join(folder, 'old'), { recursive: true });
    await row('码头').waitFor({ state: 'detached' });
  });
}

/** Rejects if a folder of many files is read unasked, if the answer is forgotten, or if the setting is ignored. */
export async function askBeforeReading() {
  await inWindow({ 'copydesk.index.askAbove': 1 }, async ({ page, view, row, set }) => {
    const question = page.locator('.notification-toast', { hasText: 'files that may be articles in articles' });
    await runCommand(page, 'Copydesk: Show Articles');
    await question.waitFor();
    await view.getByText('The articles of this folder have not been read.').waitFor();
    await question.getByRole('button', { name: 'Read Them' }).click();
    await row('湾区晚报').waitFor();

    await page.reload();
    await page.locator('.explorer-folders-view').waitFor();
    await runCommand(page, 'Copydesk: Show Articles');
    await row('湾区晚报').waitFor();
    assert.equal(await question.count(), 0, 'the question is asked again');

    await set({ 'copydesk.index.enable': false });
    await view.getByText('is off').waitFor();
    await set({ 'files.exclude': { '**/projects.txt': true } });
    await row('No site').waitFor();
    await row('湾区晚报').waitFor({ state: 'detached' });
    await set({});
    await row('湾区晚报').waitFor();
  });
}

/** Opens the fixtures with settings of the folder; on failure it leaves a picture in `dist/`. */
async function inWindow(settings, test) {
  const temporary = await mkdtemp(path.join(tmpdir(), 'copydesk-articles-'));
  const folder = path.join(temporary, 'articles');
  await cp(path.join(import.meta.dirname, 'fixtures'), folder, { recursive: true });
  await mkdir(path.join(folder, '.vscode'), { recursive: true });
  const set = (values) => writeFile(path.join(folder, '.vscode/settings.json'), JSON.stringify(values));
  await set(settings);
  const server = await serveWorkbench({ prepareExtensions: installExtension });
  const page = await openPage();
  page.setDefaultTimeout(millisecondsToWait);
  const view = page.locator('.pane', { has: page.locator('h3.title', { hasText: /^Articles$/ }) });
  const rows = (text) => view.locator('.monaco-list-row', { hasText: text });
  const row = (text) => rows(text).first();
  try {
    await page.goto(server.address({ folder }));
    await page.locator('.explorer-folders-view').waitFor();
    await test({ page, folder, view, row, rows, set });
  } catch (error) {
    await mkdir(path.join(root, 'dist'), { recursive: true });
    await page.screenshot({ path: path.join(root, 'dist/articles-view-failure.png') });
    throw error;
  } finally {
    await page.context().browser()?.close();
    server.close();
    await rm(temporary, { recursive: true, force: true });
  }
}

/**
 * Walks through the view by keyboard to an entry and opens the first one below it, until `effect` is to be seen. The view
 * may be drawn anew at any moment, whenever articles are read, and take the focus of the keyboard along.
 */
async function openBelow(page, entry, below, effect) {
  for (let tries = 0; ; tries++) {
    await runCommand(page, 'Copydesk: Show Articles');
    await page.keyboard.press('Home');
    // Entries further down are not there before somebody comes near them.
    const isReached = await walkTo(page, entry);
    if (isReached && (await entry.getAttribute('aria-expanded')) !== 'true') await page.keyboard.press('ArrowRight');
    // The same article may stand below other entries as well.
    if (isReached && (await appears(below)) && (await walkTo(page, entry))) await page.keyboard.press('ArrowDown');
    const isFirstBelow = await below.evaluateAll((rows) => rows.some((each) => each.classList.contains('focused')));
    if (isReached && isFirstBelow) await page.keyboard.press('Enter');
    if (await appears(effect)) return;
    assert(tries < triesToOpen, 'the keyboard does not lead to the entry');
  }
}

/** Goes down until an entry has the focus; false where none of the next ones is it. */
async function walkTo(page, entry) {
  const isFocused = async () =>
    (await entry.count()) > 0 && /\bfocused\b/.test((await entry.getAttribute('class', { timeout: 1000 })) ?? '');
  for (let step = 0; step < stepsToWalk; step++) {
    if (await isFocused()) return true;
    await page.keyboard.press('ArrowDown');
  }
  return false;
}

/** Whether something is to be seen after a moment. */
async function appears(locator) {
  try {
    await locator.first().waitFor({ timeout: millisecondsToWait / triesToOpen });
    return true;
  } catch {
    return false;
  }
}
