import { TextDocument } from "vscode-languageserver-textdocument";
import { TextDocuments, type Connection, type InitializeResult } from "vscode-languageserver/node";
import own from "../../package.json" with { type: "json" };
import { recommendedLevels } from "../lint/levels.ts";
import { machinePage } from "../service/machine-page.ts";
import { readMachine } from "../service/machine.ts";
import { methods, type EslintExtensionParams, type TrustParams, type PortsParams } from "./protocol.ts";
import { textOrNull } from "../project/read-text.ts";
import { scan } from "../service/index.ts";
import { clientOf, type Client } from "./client.ts";
import { capabilitiesOf } from "./capabilities.ts";
import { portsPage } from "./ports-page.ts";
import { Session } from "./session.ts";

/** Serves a connection until it ends. */
export function serve(connection: Connection): void {
  const documents = new TextDocuments(TextDocument);
  let client: Client;
  let started: (session: Session) => void;
  // Everything else waits until the settings are known.
  const ready = new Promise<Session>((resolve) => (started = resolve));
  /** What was changed before a question counts for its answer. */
  const settled = async () => {
    const session = await ready;
    await session.settled();
    return session;
  };

  connection.onInitialize((params) => {
    client = clientOf(params);
    setImmediate(warmUp);
    return {
      capabilities: capabilitiesOf(client),
      serverInfo: { name: "portreuse", version: own.version },
    } satisfies InitializeResult;
  });
  connection.onInitialized(() => {
    const session = new Session(connection, client, documents);
    session.start().then(
      () => started(session),
      (error: unknown) => {
        connection.console.error(
          `The server could not start well: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
        );
        started(session);
      },
    );
  });

  connection.onHover(async ({ textDocument, position }) => (await settled()).hover(textDocument.uri, position));
  connection.onCodeAction(async ({ textDocument, range, context }) =>
    (await settled()).codeActions(textDocument.uri, range, context),
  );
  connection.onExecuteCommand(async ({ command, arguments: given }) => (await ready).execute(command, given));
  connection.languages.diagnostics.on(async ({ textDocument, previousResultId }) =>
    (await settled()).channel.document(textDocument.uri, previousResultId),
  );
  connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token) =>
    (await settled()).channel.workspaceReport(previousResultIds, token),
  );
  connection.onRequest(methods.checkWorkspace, async () => (await settled()).channel.checkWorkspace());
  connection.onRequest(methods.ports, async (params?: PortsParams) =>
    portsPage((await settled()).workspace, documents.all(), params ?? {}),
  );
  connection.onRequest(methods.kernelLimits, () => {
    const machine = readMachine(textOrNull);
    return machine ? machinePage(machine) : null;
  });
  connection.onNotification(methods.trust, async ({ trusted }: TrustParams) =>
    (await ready).reconfigure((workspace) => (workspace.trusted = trusted === true)),
  );
  connection.onNotification(methods.eslintExtension, async ({ active }: EslintExtensionParams) =>
    (await ready).reconfigure((workspace) => (workspace.eslintExtensionActive = active === true)),
  );
  connection.onDidChangeConfiguration(async ({ settings }) =>
    (await ready).configure((settings as { portreuse?: unknown } | null)?.portreuse),
  );
  connection.onDidChangeWatchedFiles(async ({ changes }) =>
    (await ready).changedOnDisk(changes.map((each) => each.uri)),
  );
  documents.onDidChangeContent(async ({ document }) => (await ready).edited(document));
  documents.onDidClose(async ({ document }) => (await ready).closed(document));
  documents.listen(connection);
  connection.listen();
}

/** Compiles what the first document needs while the client reads the answer to `initialize` and looks up its settings. */
function warmUp(): void {
  scan("untitled:warm-up.ts", "server.listen(3000);", {
    path: "warm-up.ts",
    settings: { host: {}, hostName: "portreuse", package: null },
    levels: recommendedLevels(),
    page: () => "",
  });
}
