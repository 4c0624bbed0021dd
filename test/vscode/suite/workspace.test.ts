import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEverything, eventually, openArticle } from './editor.ts';

describe('the articles of a folder', () => {
  it('are found by their projects without being open', async () => {
    // Any article starts the server.
    await openArticle('interview.txt');
    await eventually(async () => {
      const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        '路灯',
      );
      const project = found.find(({ location }) => location.uri.path.endsWith('/projects.txt'));
      assert.equal(project?.containerName, '市城管局、市供电公司');
    });
    await closeEverything();
  });

  it('are found by the organisations of their projects', async () => {
    await openArticle('interview.txt');
    await eventually(async () => {
      const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        '供电公司',
      );
      const organization = found.find(({ location }) => location.uri.path.endsWith('/projects.txt'));
      assert.deepEqual(
        [organization?.name, organization?.containerName],
        ['市供电公司', '老街路灯分时点亮 让晚归更安心'],
      );
    });
    await closeEverything();
  });
});
