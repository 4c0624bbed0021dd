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
});
