import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEverything, eventually, openArticle, problemsOf, ruleOf, someProblemsOf } from './editor.ts';

describe('settings', () => {
  afterEach(async () => {
    await change('rules', undefined);
    await change('enable', undefined);
    await closeEverything();
  });

  it('turn a rule off and on again while the article is open', async () => {
    const { document } = await openArticle('projects.txt');
    const [problem] = await someProblemsOf(document);
    assert(problem);
    const rule = ruleOf(problem);
    await change('rules', { [rule]: 'off' });
    await eventually(() => {
      const rules = problemsOf(document).map(ruleOf);
      assert(!rules.includes(rule));
      assert.notEqual(rules.length, 0);
    });
    await change('rules', undefined);
    await eventually(() => assert(problemsOf(document).map(ruleOf).includes(rule)));
  });

  it('change the severity of a rule', async () => {
    const { document } = await openArticle('projects.txt');
    const [problem] = await someProblemsOf(document);
    assert(problem);
    const toError = problem.severity !== vscode.DiagnosticSeverity.Error;
    await change('rules', { [ruleOf(problem)]: toError ? 'error' : 'info' });
    await eventually(() => {
      const severities = problemsOf(document)
        .filter((other) => ruleOf(other) === ruleOf(problem))
        .map(({ severity }) => severity);
      const expected = toError ? vscode.DiagnosticSeverity.Error : vscode.DiagnosticSeverity.Information;
      assert.deepEqual([...new Set(severities)], [expected]);
    });
  });

  it('turn all problems off', async () => {
    const { document } = await openArticle('projects.txt');
    await someProblemsOf(document);
    await change('enable', false);
    await eventually(() => assert.deepEqual(problemsOf(document), []));
    await change('enable', undefined);
    await someProblemsOf(document);
  });
});

function change(key: string, value: unknown): Thenable<void> {
  return vscode.workspace.getConfiguration('copydesk').update(key, value, vscode.ConfigurationTarget.Workspace);
}
