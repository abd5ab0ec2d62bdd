import { existsSync } from "node:fs";
import { MarkupKind, ResourceOperationKind, type InitializeParams } from "vscode-languageserver/node";
import { commands, type InitializationOptions } from "./protocol.ts";
import { pathOf } from "../project/workspace.ts";
import { shippedDocs } from "../project/shipped-docs.ts";

/** The command behind *Explain* that the server itself carries out. */
export const OPEN_PAGE = "portreuse.openPage";

/** What the client can do, and what it said at the start. */
export interface Client {
  pull: boolean;
  refresh: boolean;
  configuration: boolean;
  configurationChanges: boolean;
  watches: boolean;
  progress: boolean;
  folderChanges: boolean;
  versioned: boolean;
  createFiles: boolean;
  /** Edits may hold placeholders. */
  snippets: boolean;
  /** Command that changes the client's settings; null where there is none. */
  setSeverity: string | null;
  hover: "markdown" | "plaintext";
  /** Command behind *Explain*. */
  explain: string | null;
  options: InitializationOptions;
  docsDirectory: string | null;
  folders: { uri: string; path: string | null }[];
}

export function clientOf(params: InitializeParams): Client {
  const { capabilities } = params;
  const given: unknown = params.initializationOptions;
  const options: InitializationOptions =
    typeof given === "object" && given !== null && !Array.isArray(given) ? given : {};
  const { workspace, textDocument, window } = capabilities;
  const hover = textDocument?.hover?.contentFormat;
  const operations = workspace?.workspaceEdit?.resourceOperations ?? [];
  const docs =
    typeof options.docsDirectory === "string" && existsSync(options.docsDirectory) ? options.docsDirectory : null;
  return {
    pull: textDocument?.diagnostic !== undefined,
    refresh: workspace?.diagnostics?.refreshSupport === true,
    configuration: workspace?.configuration === true,
    configurationChanges: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watches: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    progress: window?.workDoneProgress === true,
    folderChanges: workspace?.workspaceFolders === true,
    versioned: workspace?.workspaceEdit?.documentChanges === true,
    createFiles:
      workspace?.workspaceEdit?.documentChanges === true && operations.includes(ResourceOperationKind.Create),
    snippets: workspace?.workspaceEdit?.documentChanges === true && workspace.workspaceEdit.snippetEditSupport === true,
    setSeverity: options.setSeverity === true ? commands.setSeverity : null,
    // The order of the list is the client's preference; without one it takes plain text.
    hover: hover?.[0] === MarkupKind.Markdown ? "markdown" : "plaintext",
    explain: docs !== null ? commands.explain : window?.showDocument?.support === true ? OPEN_PAGE : null,
    options,
    docsDirectory: docs ?? shippedDocs(),
    folders: foldersOf(params),
  };
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): Client["folders"] {
  const uris = workspaceFolders?.map((each) => each.uri) ?? (rootUri ? [rootUri] : []);
  return uris.map((uri) => ({ uri, path: pathOf(uri)?.replace(/(?<=[^:\\/])[\\/]$/, "") ?? null }));
}
