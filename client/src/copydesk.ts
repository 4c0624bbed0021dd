import * as vscode from 'vscode';
import { showArticles } from './articles/view.ts';
import { createCleanArticles } from './commands/clean-articles.ts';
import { createExportProjects } from './commands/export-projects.ts';
import { createExportWorkspace } from './commands/export-workspace.ts';
import { createFixAll } from './commands/fix-all.ts';
import { createMarkAsBoilerplate } from './commands/mark-as-boilerplate.ts';
import { openSampleArticle } from './commands/open-sample-article.ts';
import { createReadArticles, createStopReadingArticles } from './commands/read-articles.ts';
import { createRestartServer } from './commands/restart-server.ts';
import { createShowOutput } from './commands/show-output.ts';
import { detectArticles } from './detection.ts';
import type { OpenOutput } from './export/output.ts';
import { showIndexStatus } from './index-status.ts';
import { type CreateClient, createLanguageServer, type LanguageServer } from './language-server.ts';
import { articleLanguage, isCatalogue, isServed } from './served-documents.ts';
import { showServerStatus } from './server-status.ts';

/**
 * Registers what both hosts share: cheap listeners and commands only. The language client is loaded and the server
 * started when the first article is opened, or when a command needs them.
 * @param openOutput opens a file to be written while an export goes on.
 */
export function activateCopydesk(
  context: vscode.ExtensionContext,
  createClient: CreateClient,
  openOutput: OpenOutput,
): LanguageServer {
  const server = createLanguageServer(context.extensionUri, context.storageUri, createClient);
  const startFor = (document: vscode.TextDocument) => {
    const isOurs = document.languageId === articleLanguage || isCatalogue(document.uri);
    if (isOurs && isServed(document.uri)) server.startOnce();
  };
  const articles = showArticles(server, context.workspaceState);
  context.subscriptions.push(
    server,
    showServerStatus(server),
    showIndexStatus(server),
    articles,
    server.onDidChangeState((state) => {
      // From the first article on, windows show what there is to see of articles.
      if (state !== 'stopped') void vscode.commands.executeCommand('setContext', 'copydesk.isUsed', true);
    }),
    vscode.workspace.onDidOpenTextDocument(startFor),
    detectArticles(),
    vscode.commands.registerCommand(
      'copydesk.exportProjects',
      createExportProjects(server, context.globalState, openOutput),
    ),
    vscode.commands.registerCommand(
      'copydesk.exportWorkspace',
      createExportWorkspace(server, context.globalState, openOutput),
    ),
    vscode.commands.registerCommand('copydesk.fixAll', createFixAll(server)),
    vscode.commands.registerCommand('copydesk.cleanArticles', createCleanArticles(server)),
    vscode.commands.registerCommand('copydesk.markAsBoilerplate', createMarkAsBoilerplate(server)),
    vscode.commands.registerCommand('copydesk.showArticles', () => articles.show()),
    vscode.commands.registerCommand('copydesk.readArticles', createReadArticles(server)),
    vscode.commands.registerCommand('copydesk.stopReadingArticles', createStopReadingArticles(server)),
    vscode.commands.registerCommand('copydesk.articles.groupBySite', () => articles.groupBy('site')),
    vscode.commands.registerCommand('copydesk.articles.groupByCategory', () => articles.groupBy('category')),
    vscode.commands.registerCommand('copydesk.articles.groupByProblem', () => articles.groupBy('problem')),
    vscode.commands.registerCommand('copydesk.articles.groupByOrganization', () => articles.groupBy('organization')),
    vscode.commands.registerCommand('copydesk.articles.export', (clicked, selected) =>
      articles.runOnArticles('copydesk.exportProjects', clicked, selected),
    ),
    vscode.commands.registerCommand('copydesk.articles.clean', (clicked, selected) =>
      articles.runOnArticles('copydesk.cleanArticles', clicked, selected),
    ),
    vscode.commands.registerCommand('copydesk.articles.reveal', (clicked, selected) =>
      articles.runOnArticles('revealInExplorer', clicked, selected),
    ),
    vscode.commands.registerCommand('copydesk.openSampleArticle', openSampleArticle),
    vscode.commands.registerCommand('copydesk.restartServer', createRestartServer(server)),
    vscode.commands.registerCommand('copydesk.showOutput', createShowOutput(server)),
  );
  vscode.workspace.textDocuments.forEach(startFor);
  return server;
}
