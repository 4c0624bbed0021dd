import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEverything, eventually, openArticle, problemsOf, ruleOf, someProblemsOf, undoTo } from './editor.ts';
import { projectNamesOf } from './outline.ts';

/**
 * What a quick fix is good for: it mends one problem (`safe`, which is the preferred one, or `suggestion`), every
 * problem that its rule found (`all of a kind`), or silences the rule with a comment (`disable`).
 */
type Kind = 'safe' | 'suggestion' | 'all of a kind' | 'disable';

describe('quick fixes', () => {
  afterEach(closeEverything);

  it('include a safe one, which mends its problem', () => check('safe'));

  it('include a suggestion, which mends its problem', () => check('suggestion'));

  it('include one for every problem of a kind', () => check('all of a kind'));

  it('include one that silences the rule', () => check('disable'));
});

describe('fix all', () => {
  afterEach(closeEverything);

  it('mends every safe problem as a source action', () =>
    checkFixAll(() =>
      vscode.commands.executeCommand('editor.action.codeAction', { kind: 'source.fixAll.copydesk', apply: 'first' }),
    ));

  it('mends every safe problem by the command of VS Code', () =>
    checkFixAll(() => vscode.commands.executeCommand('editor.action.fixAll')));

  it('mends every safe problem by the command of Copydesk', () =>
    checkFixAll(() => vscode.commands.executeCommand('copydesk.fixAll')));

  it('runs on save for who asks for it', async () => {
    const settings = vscode.workspace.getConfiguration('editor');
    const onSave = (value: unknown) =>
      settings.update('codeActionsOnSave', value, vscode.ConfigurationTarget.Workspace);
    await onSave({ 'source.fixAll.copydesk': 'always' });
    const editor = await openArticle('projects.txt');
    const { document } = editor;
    const before = document.getText();
    try {
      await someProblemsOf(document);
      assert(await editor.edit((edit) => edit.insert(document.positionAt(before.length), '\n')));
      assert(await document.save());
      assert(!document.getText().includes('<!-- 正文下广告 -->'));
    } finally {
      await onSave(undefined);
      await vscode.workspace.fs.writeFile(document.uri, new TextEncoder().encode(before));
      await eventually(() => assert.equal(document.getText(), before));
    }
  });
});

/** Applies the first quick fix of a kind: its problem goes, every project stays, and undoing restores the article. */
async function check(kind: Kind): Promise<void> {
  const { document } = await openArticle('projects.txt');
  const before = document.getText();
  const projects = await projectNamesOf(document);
  const { problem, edit } = await firstFix(document, kind);
  assert(await vscode.workspace.applyEdit(edit));
  assert.notEqual(document.getText(), before);
  await eventually(() => {
    const ofRule = problemsOf(document).filter((candidate) => ruleOf(candidate) === ruleOf(problem));
    if (kind === 'all of a kind') assert.deepEqual(ofRule, []);
    else assert(!ofRule.some(({ range }) => range.isEqual(problem.range)));
  });
  assert.deepEqual(await projectNamesOf(document), projects);
  await undoTo(document, before);
}

/** A problem that shares its place with no other, so that every fix offered there is its own. */
async function firstFix(
  document: vscode.TextDocument,
  kind: Kind,
): Promise<{ problem: vscode.Diagnostic; edit: vscode.WorkspaceEdit }> {
  const problems = await someProblemsOf(document);
  for (const problem of problems) {
    if (problems.some((other) => other !== problem && other.range.intersection(problem.range))) continue;
    const fixes = await fixesAt(document, problem);
    // An exception in the catalogue is offered, too, and changes another file.
    const own = fixes.filter(({ edit }) => edit?.has(document.uri));
    const fix = own.find((candidate) => kindOf(document, problem, candidate) === kind);
    if (fix?.edit) return { problem, edit: fix.edit };
  }
  return assert.fail(`expected a problem with a fix of the kind ${kind}`);
}

/** The quick fixes that the light bulb offers where a problem is, with their edits. */
function fixesAt(document: vscode.TextDocument, { range }: vscode.Diagnostic): Thenable<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
    100,
  );
}

function kindOf(
  document: vscode.TextDocument,
  problem: vscode.Diagnostic,
  { title, edit, isPreferred }: vscode.CodeAction,
): Kind {
  const inserted = edit?.get(document.uri).map(({ newText }) => newText) ?? [];
  if (inserted.some((text) => text.includes('copydesk-disable'))) return 'disable';
  if (title.includes(ruleOf(problem))) return 'all of a kind';
  return isPreferred ? 'safe' : 'suggestion';
}

async function checkFixAll(fixAll: () => Thenable<unknown>): Promise<void> {
  const { document } = await openArticle('projects.txt');
  const before = document.getText();
  const projects = await projectNamesOf(document);
  await someProblemsOf(document);
  await fixAll();
  await eventually(async () => {
    assert(!document.getText().includes('<!-- 正文下广告 -->'));
    for (const problem of problemsOf(document)) {
      const kinds = (await fixesAt(document, problem)).map((fix) => kindOf(document, problem, fix));
      assert.notEqual(kinds.length, 0, `${ruleOf(problem)} should at least offer to be silenced`);
      assert(!kinds.includes('safe'), `${ruleOf(problem)} still has a safe fix`);
    }
  });
  assert.deepEqual(await projectNamesOf(document), projects);
  await undoTo(document, before);
}
