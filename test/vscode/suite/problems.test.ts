import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeEverything,
  eventually,
  fixture,
  insertLine,
  openArticle,
  problemsOf,
  ruleOf,
  someProblemsOf,
} from './editor.ts';

describe('problems', () => {
  afterEach(closeEverything);

  it('appear for an article, in the front matter and in the body', async () => {
    const { document } = await openArticle('projects.txt');
    await eventually(() => {
      const families = new Set(problemsOf(document).map((problem) => ruleOf(problem).split('.')[0]));
      assert(families.has('front-matter'));
      assert(families.has('boilerplate'));
    });
  });

  it('each say something and link to a page about their rule', async () => {
    const { document } = await openArticle('projects.txt');
    for (const problem of await someProblemsOf(document)) {
      const rule = ruleOf(problem);
      assert.match(rule, /^(?:front-matter|boilerplate|structure|text)\.[a-z-]+$/);
      assert(typeof problem.code === 'object');
      assert(problem.code.target.path.endsWith(`/${rule}.md`), `the page of ${rule} is ${problem.code.target}`);
      assert.notEqual(problem.message, '');
    }
  });

  it('fade what a reader does not need', async () => {
    const { document } = await openArticle('projects.txt');
    await eventually(() => {
      const faded = problemsOf(document).filter(({ tags }) => tags?.includes(vscode.DiagnosticTag.Unnecessary));
      assert(faded.some(({ range }) => document.getText(range).includes('<!-- 正文下广告 -->')));
    });
  });

  it('come and go while typing', async () => {
    const editor = await openArticle('projects.txt');
    const comment = '<!-- 相关阅读 -->';
    const atComment = () =>
      problemsOf(editor.document).filter(({ range }) => editor.document.getText(range).includes(comment));
    await someProblemsOf(editor.document);
    assert.deepEqual(atComment(), []);
    await insertLine(editor, '<p class="article-editor">', comment);
    await eventually(() => assert.equal(atComment().length, 1));
    const { line } = editor.document.positionAt(editor.document.getText().indexOf(comment));
    assert(await editor.edit((edit) => edit.delete(new vscode.Range(line, 0, line + 1, 0))));
    await eventually(() => assert.deepEqual(atComment(), []));
  });

  it('stay when an article of the folder is closed, and go away with its file', async () => {
    const copy = vscode.Uri.joinPath(fixture('projects.txt'), '..', 'short-lived.txt');
    await vscode.workspace.fs.copy(fixture('projects.txt'), copy, { overwrite: true });
    try {
      await openArticle('projects.txt');
      await eventually(() => assert.notEqual(problemsOf({ uri: copy }).length, 0));
      await closeEverything();
      await eventually(() => assert.notEqual(problemsOf({ uri: copy }).length, 0));
    } finally {
      await vscode.workspace.fs.delete(copy);
    }
    await eventually(() => assert.deepEqual(problemsOf({ uri: copy }), []));
  });
});
