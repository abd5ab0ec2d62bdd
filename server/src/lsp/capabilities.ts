import { CodeActionKind, TextDocumentSyncKind, type InitializeResult } from "vscode-languageserver/node";
import { OPEN_PAGE, type Client } from "./client.ts";

/** What the server offers to a client that can do so much. */
export function capabilitiesOf(client: Client): InitializeResult["capabilities"] {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    hoverProvider: true,
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
    ...(client.pull && {
      diagnosticProvider: { identifier: "portreuse", interFileDependencies: true, workspaceDiagnostics: true },
    }),
    ...(client.explain === OPEN_PAGE && { executeCommandProvider: { commands: [OPEN_PAGE] } }),
    workspace: {
      ...(client.folderChanges && { workspaceFolders: { supported: true, changeNotifications: true } }),
      fileOperations: {
        didDelete: { filters: [{ scheme: "file", pattern: { glob: "**/*" } }] },
        didRename: { filters: [{ scheme: "file", pattern: { glob: "**/*" } }] },
      },
    },
  };
}
