import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEverything, eventually, fixture, openArticle, problemsOf, ruleOf, undoTo } from './editor.ts';

const slogan = '江风浩荡，一路同行';
const story = '<p>　　停航三个月的渡口昨天重新开航，首班船载着四十多名乘客和两车蔬菜驶向对岸。</p>';
const share = '<div class="share-bar">分享到：<a href="#">微信</a></div>';
const editor = '<p>责任编辑：周小满</p>';
const text = `---\ntitle: '渡口重新开航'\n---\n\n<div>\n${story}\n<p>${slogan}</p>\n${share}\n${editor}\n</div>\n`;

const articles = ['ferry.txt', 'ferry-again.txt'];
const catalogue = '.copydesk/boilerplate.yaml';

describe('boilerplate', () => {
  beforeEach(() => Promise.all(articles.map((name) => write(name, text))));

  afterEach(async () => {
    await closeEverything();
    for (const name of [...articles, '.copydesk']) await remove(name);
  });

  it('is what a person marks, after choosing its kind, and the rule can be undone', async () => {
    const { document, selection } = await select('ferry.txt', slogan);
    assert.equal(document.getText(selection), slogan);
    const marked = vscode.commands.executeCommand<vscode.Uri>('copydesk.markAsBoilerplate');
    const file = await answered(marked, 'workbench.action.acceptSelectedQuickOpenItem');
    assert.equal(file?.toString(), fixture(catalogue).toString());
    await reported(document, 'boilerplate.repeated', true);
    const written = await vscode.workspace.openTextDocument(fixture(catalogue));
    assert.match(written.getText(), new RegExp(`\\n {2}- kind: repeated\\n {4}text: '${slogan}'\\n`));
    assert.equal(written.isDirty, false);
    await vscode.window.showTextDocument(written);
    await vscode.commands.executeCommand('undo');
    await eventually(() => assert.doesNotMatch(written.getText(), /rules/));
    await reported(document, 'boilerplate.repeated', false);
  });

  it('is an element by its name, where a person wants it so', async () => {
    await select('ferry.txt', share);
    await vscode.commands.executeCommand('copydesk.markAsBoilerplate', { by: 'selector', kind: 'ad' });
    const written = await vscode.workspace.openTextDocument(fixture(catalogue));
    assert.match(written.getText(), / {2}- kind: ad\n {4}selector: 'div\.share-bar'\n/);
    const { document } = await openArticle('ferry.txt');
    await reported(document, 'boilerplate.ad', true);
  });

  it('is not what a person excepts, and the exception can be undone', async () => {
    await write(catalogue, '# mine\n');
    const { document, selection } = await select('ferry.txt', share);
    await reported(document, 'boilerplate.share', true);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      selection,
    );
    const action = actions.find(({ title }) => title.startsWith('Not boilerplate'));
    assert(action?.edit, 'expected "Not boilerplate"');
    assert(await vscode.workspace.applyEdit(action.edit));
    await reported(document, 'boilerplate.share', false);
    const written = await vscode.workspace.openTextDocument(fixture(catalogue));
    await vscode.window.showTextDocument(written);
    await undoTo(written, '# mine\n');
    await reported(document, 'boilerplate.share', true);
  });

  it('is completed in the catalogue', async () => {
    await write(catalogue, 'rules:\n  - kind: sha\n');
    const { uri } = await vscode.workspace.openTextDocument(fixture(catalogue));
    await vscode.window.showTextDocument(uri);
    await eventually(async () => {
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        uri,
        new vscode.Position(1, 13),
      );
      const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      assert(labels.includes('share') && labels.includes('qr-promo'), `got ${labels.slice(0, 20).join(', ')}`);
    });
  });
});

describe('Clean Articles', () => {
  beforeEach(() => Promise.all(articles.map((name) => writeAndNotice(name, text))));

  afterEach(async () => {
    await closeEverything();
    for (const name of articles) await remove(name);
  });

  it('shows what it would do, and Apply makes the fixes that are safe, which can be undone', async () => {
    const outcome = await answered(clean(), 'refactorPreview.apply');
    assert.deepEqual(outcome, { articleCount: 2, fixableCount: 2, changedCount: 2, placeCount: 2 });
    const cleaned = text.replace(`${share}\n`, '');
    for (const name of articles) await eventually(async () => assert.equal(await read(name), cleaned));
    const { document } = await openArticle('ferry.txt');
    assert.equal(document.isDirty, false);
    await undoTo(document, text);
  });

  it('changes nothing where a person thinks better of it', async () => {
    const outcome = await answered(clean(), 'refactorPreview.discard');
    assert.equal(outcome?.changedCount, 0);
    for (const name of articles) assert.equal(await read(name), text);
  });

  it('asks even where all fixes are safe', async () => {
    const safe = text.replace(`${editor}\n`, '');
    for (const name of articles) await writeAndNotice(name, safe);
    const discarded = await answered(clean(), 'refactorPreview.discard');
    assert.equal(discarded?.changedCount, 0);
    for (const name of articles) assert.equal(await read(name), safe);
    const applied = await answered(clean(), 'refactorPreview.apply');
    assert.equal(applied?.changedCount, 2);
  });
});

interface Outcome {
  readonly articleCount: number;
  readonly fixableCount: number;
  readonly changedCount: number;
  readonly placeCount: number;
}

function clean(): Thenable<Outcome | undefined> {
  return vscode.commands.executeCommand<Outcome>('copydesk.cleanArticles', { uris: articles.map(fixture) });
}

/** Gives the answer that a command waits for, as soon as it can be given. */
async function answered<Value>(asking: Thenable<Value>, answer: string): Promise<Value> {
  let isOver = false;
  const result = Promise.resolve(asking).finally(() => {
    isOver = true;
  });
  await eventually(async () => {
    if (!isOver) await vscode.commands.executeCommand(answer);
    await new Promise((resolve) => setTimeout(resolve, 0));
    assert(isOver, `expected an end after ${answer}`);
  });
  return result;
}

/** Opens an article with some of its text selected. */
async function select(name: string, selected: string): Promise<vscode.TextEditor> {
  const opened = await openArticle(name);
  const start = opened.document.getText().indexOf(selected);
  const { document } = opened;
  opened.selection = new vscode.Selection(document.positionAt(start), document.positionAt(start + selected.length));
  return opened;
}

async function reported(document: vscode.TextDocument, code: string, isReported: boolean): Promise<void> {
  await eventually(() => assert.equal(problemsOf(document).map(ruleOf).includes(code), isReported, code));
}

async function write(name: string, content: string): Promise<void> {
  await vscode.workspace.fs.writeFile(fixture(name), new TextEncoder().encode(content));
}

/** Comes back when the news is here: the preview refuses to change a file of which it hears meanwhile that it has changed. */
async function writeAndNotice(name: string, content: string): Promise<void> {
  const watcher = vscode.workspace.createFileSystemWatcher(
    new vscode.RelativePattern(vscode.Uri.joinPath(fixture(name), '..'), name),
  );
  let isNoticed = false;
  const notice = (): void => {
    isNoticed = true;
  };
  watcher.onDidCreate(notice);
  watcher.onDidChange(notice);
  try {
    await write(name, content);
    await eventually(() => assert(isNoticed, `expected news of ${name}`));
  } finally {
    watcher.dispose();
  }
}

async function read(name: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(fixture(name)));
}

async function remove(name: string): Promise<void> {
  try {
    await vscode.workspace.fs.delete(fixture(name), { recursive: true });
  } catch {
    // It was not made.
  }
}
