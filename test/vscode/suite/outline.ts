import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from './editor.ts';

/** The outline of an article, every entry in the order of the text, once there is one. */
export function outlineOf(document: vscode.TextDocument): Promise<vscode.DocumentSymbol[]> {
  return eventually(async () => {
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    assert(symbols !== undefined && symbols.length > 0, 'expected an outline');
    return symbols.flatMap(withDescendants);
  });
}

/** The names of the six projects that the sample lists, as the outline shows them. */
export async function projectNamesOf(document: vscode.TextDocument): Promise<string[]> {
  const groups = (await outlineOf(document)).filter(({ name }) => /[市区]级项目/.test(name));
  const names = groups.flatMap(({ children }) => children.map(({ name }) => name));
  assert.equal(names.length, 6);
  return names;
}

function withDescendants(symbol: vscode.DocumentSymbol): vscode.DocumentSymbol[] {
  return [symbol, ...symbol.children.flatMap(withDescendants)];
}
