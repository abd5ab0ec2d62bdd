import {
  EventEmitter,
  Uri,
  commands,
  languages,
  window,
  workspace,
  type Disposable,
  type Extension,
  type QuickPickItem,
} from "vscode";

/** The pages that come with the extension: everything opens offline, in the editor's own preview. */
export interface Pages extends Disposable {
  /** The folder of the rules' pages. */
  directory: Uri;
  /** Opens the page of a rule, or the place of a fact; asks which when told nothing. */
  explain(id?: unknown): Promise<void>;
  /** Shows Markdown that is made while we run. */
  show(title: string, markdown: string): Promise<void>;
}

const SCHEME = "portreuse";

export function createPages(extension: Extension<unknown>): Pages {
  const directory = Uri.joinPath(extension.extensionUri, "rules", "docs");
  const kernel = Uri.joinPath(extension.extensionUri, "rules", "docs", "kernel.md");
  const made = new Map<string, string>();
  const changed = new EventEmitter<Uri>();
  const provider = workspace.registerTextDocumentContentProvider(SCHEME, {
    onDidChange: changed.event,
    provideTextDocumentContent: (uri) => made.get(uri.path) ?? "",
  });
  const preview = (uri: Uri) => commands.executeCommand<void>("markdown.showPreview", uri);

  return {
    directory,
    async explain(id) {
      const rules = ruleDescriptions(extension);
      const wanted =
        typeof id === "string" && id !== ""
          ? id.replace(/^portreuse\//, "")
          : (ruleAtCursor(rules) ?? (await ask(rules)));
      if (wanted === undefined) return;
      const page = Uri.joinPath(directory, `${wanted}.md`);
      await preview(rules.has(wanted) ? page : kernel.with({ fragment: wanted }));
    },
    async show(title, markdown) {
      const uri = Uri.from({ scheme: SCHEME, path: `/${title}.md` });
      made.set(uri.path, markdown);
      changed.fire(uri);
      await workspace.openTextDocument(uri);
      await preview(uri);
    },
    dispose() {
      provider.dispose();
      changed.dispose();
    },
  };
}

interface Manifest {
  contributes: {
    configuration: { properties: Record<string, { properties?: Record<string, { markdownDescription: string }> }> };
  };
}

/** The rules and what they do, as the manifest tells users of the setting. */
function ruleDescriptions(extension: Extension<unknown>): Map<string, string> {
  const { contributes } = extension.packageJSON as Manifest;
  const rules = contributes.configuration.properties["portreuse.rules"]?.properties ?? {};
  return new Map(Object.entries(rules).map(([name, { markdownDescription }]) => [name, markdownDescription]));
}

function ruleAtCursor(rules: Map<string, string>): string | undefined {
  const editor = window.activeTextEditor;
  if (!editor) return undefined;
  return languages
    .getDiagnostics(editor.document.uri)
    .filter(({ range }) => range.contains(editor.selection.active))
    .map(({ code }) => String(typeof code === "object" ? code.value : code).replace(/^portreuse\//, ""))
    .find((name) => rules.has(name));
}

async function ask(rules: Map<string, string>): Promise<string | undefined> {
  const items: (QuickPickItem & { id: string })[] = [
    { id: "top", label: "$(book) What the kernel does", description: "every fact, its source and its proof" },
    ...[...rules].map(([id, markdown]) => ({
      id,
      label: id,
      description: markdown.split("\n")[0]?.replaceAll("`", "") ?? "",
    })),
  ];
  return (await window.showQuickPick(items, { title: "Explain", placeHolder: "Which rule?", matchOnDescription: true }))
    ?.id;
}
