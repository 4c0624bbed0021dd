import * as vscode from 'vscode';
import { sampleArticle } from '../sample-article.ts';
import { articleLanguage } from '../served-documents.ts';

/** "Copydesk: Open Sample Article": in an untitled editor, so that nothing on disk can be spoilt. */
export async function openSampleArticle(): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ content: sampleArticle, language: articleLanguage });
  await vscode.window.showTextDocument(document);
}
