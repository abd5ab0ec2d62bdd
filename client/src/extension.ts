import { commands, extensions, window, workspace, type ExtensionContext } from "vscode";
import { LanguageClient, State, TransportKind } from "vscode-languageclient/node";
import { SAVE_MANIFEST, saveManifest, savingManifests } from "./manifest-edits.ts";
import { createPages } from "./pages.ts";
import {
  commands as ours,
  methods,
  type CheckWorkspaceResult,
  type SetSeverityArguments,
  type PortsParams,
  type Status,
} from "../../server/src/lsp/protocol.ts";
import { setSeverity } from "./severity.ts";
import { createStatusItem } from "./status.ts";

const LANGUAGES = ["javascript", "javascriptreact", "typescript", "typescriptreact"];
// Files of virtual workspaces have schemes of their own; views of history and output are no code that runs.
const SCHEMES = ["file", "untitled", "vscode-vfs", "memfs"];
const SELECTOR = SCHEMES.flatMap((scheme) => LANGUAGES.map((language) => ({ scheme, language })));

let client: LanguageClient | undefined;

export function activate(context: ExtensionContext): void {
  const started = performance.now();
  const output = window.createOutputChannel("portreuse", { log: true });
  const status = createStatusItem(SELECTOR);
  const pages = createPages(context.extension);
  const module = context.asAbsolutePath("server/dist/server.js");
  const running = new LanguageClient(
    "portreuse",
    "portreuse",
    {
      run: { module, transport: TransportKind.ipc },
      debug: {
        module,
        transport: TransportKind.ipc,
        options: { execArgv: ["--nolazy", "--inspect=6019", "--enable-source-maps"] },
      },
    },
    {
      documentSelector: SELECTOR,
      outputChannel: output,
      // A function: a restarted server is told how things are now.
      initializationOptions: () => ({
        trusted: workspace.isTrusted,
        docsDirectory: pages.directory.fsPath,
        eslintExtensionActive: eslintExtensionActive(),
        status: true,
        setSeverity: true,
      }),
      middleware: {
        provideCodeActions: async (document, range, context, token, next) =>
          savingManifests((await next(document, range, context, token)) ?? []),
      },
      diagnosticPullOptions: { onChange: true, onSave: false },
      markdown: { isTrusted: { enabledCommands: ["portreuse.explain", "portreuse.showKernelLimits"] } },
    },
  );
  client = running;

  const notify = (method: string, params: object) => {
    if (running.isRunning())
      running.sendNotification(method, params).catch((error: unknown) => output.error(String(error)));
  };
  let eslintActive = eslintExtensionActive();
  const lookAtEslint = () => {
    if (eslintActive === (eslintActive = eslintExtensionActive())) return;
    notify(methods.eslintExtension, { active: eslintActive });
  };
  const start = async (how: () => Promise<void>) => {
    status.starting();
    try {
      await how();
      output.info(
        `The server is ready, ${Math.round(performance.now() - started)} ms after the activation of the extension.`,
      );
    } catch (error) {
      output.error(error instanceof Error ? error : String(error));
      status.failed();
    }
  };

  context.subscriptions.push(
    output,
    status,
    pages,
    // It may end by itself: it is started again some times, and then no more.
    running.onDidChangeState(({ newState }) => {
      if (newState === State.Starting) status.starting();
      else if (newState === State.Stopped) status.failed();
    }),
    running.onNotification(methods.status, (told: Status) => status.show(told)),
    workspace.onDidGrantWorkspaceTrust(() => notify(methods.trust, { trusted: true })),
    extensions.onDidChange(lookAtEslint),
    workspace.onDidChangeConfiguration((event) => event.affectsConfiguration("eslint.enable") && lookAtEslint()),
    // What has failed to start cannot be stopped.
    commands.registerCommand("portreuse.restart", () =>
      start(() => (running.needsStop() ? running.restart() : running.start())),
    ),
    commands.registerCommand("portreuse.showOutput", () => output.show()),
    commands.registerCommand("portreuse.explain", (id?: unknown) => pages.explain(id)),
    commands.registerCommand(SAVE_MANIFEST, saveManifest),
    commands.registerCommand(ours.setSeverity, (given: SetSeverityArguments) => told(output, () => setSeverity(given))),
    commands.registerCommand("portreuse.checkWorkspace", () => told(output, () => checkWorkspace(running))),
    commands.registerCommand("portreuse.showPorts", () =>
      told(output, async () => {
        const markdown = await running.sendRequest<string | null>(methods.ports, {
          links: "folder",
        } satisfies PortsParams);
        await pages.show("Ports", markdown ?? "# Ports\n\nNo folder is open, so there is no code to look at.\n");
      }),
    ),
    commands.registerCommand("portreuse.showKernelLimits", () =>
      told(output, async () => {
        const markdown = await running.sendRequest<string | null>(methods.kernelLimits);
        await pages.show(
          "Kernel limits",
          markdown ??
            "# Kernel limits\n\nThe machine that runs the language server is no Linux, so there is no `/proc/sys/net` to read.\n",
        );
      }),
    ),
  );
  // Not awaited: the editor does not wait for the server.
  void start(() => running.start());
}

export async function deactivate(): Promise<void> {
  if (client?.needsStop()) await client.stop();
}

/** Gives the numbers that it shows. */
async function checkWorkspace(running: LanguageClient): Promise<CheckWorkspaceResult | null> {
  const result = await running.sendRequest<CheckWorkspaceResult | null>(methods.checkWorkspace);
  await commands.executeCommand("workbench.actions.view.problems");
  if (result)
    window.setStatusBarMessage(
      `portreuse: ${count(result.findings, "problem")}, ${count(result.files, "file")} checked`,
      10_000,
    );
  return result;
}

/** Says what went wrong with something that a user asked for. */
async function told<T>(output: { error(error: string): void }, action: () => Promise<T>): Promise<T | undefined> {
  try {
    return await action();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    output.error(message);
    const show = "Show Output";
    if ((await window.showErrorMessage(`portreuse: ${message}`, show)) === show)
      await commands.executeCommand("portreuse.showOutput");
    return undefined;
  }
}

/** Extensions that are switched off are not listed, so one that is listed is at work unless its own setting says no. */
function eslintExtensionActive(): boolean {
  return (
    extensions.getExtension("dbaeumer.vscode-eslint") !== undefined &&
    workspace.getConfiguration("eslint").get<boolean | null>("enable") !== false
  );
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
