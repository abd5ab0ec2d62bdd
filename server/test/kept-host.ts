import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Diagnostic } from "vscode-languageserver-types";
import { mayHaveSites } from "../../rules/src/prefilter.ts";
import { Documents } from "../src/lsp/documents.ts";
import { readConfiguration } from "../src/project/configuration.ts";
import { Workspace } from "../src/project/workspace.ts";
import { hover, scan } from "../src/service/index.ts";

/** Where a hover may have something to say. */
const PLACES = /listen|start\(|make\(|Worker\(|fork/g;

/** What the server keeps of a folder, without a connection. */
export class Host {
  readonly workspace = new Workspace(() => {}, null);
  readonly documents = new Documents(this.workspace, () => {});
  readonly open = new Map<string, TextDocument>();

  constructor(
    readonly folder: string,
    settings: object,
  ) {
    this.configure(settings);
  }

  configure(settings: object): void {
    const { configuration } = readConfiguration(settings);
    this.workspace.folders = [{ uri: pathToFileURL(this.folder).href, path: this.folder, configuration }];
    this.documents.generation++;
  }

  /** Opens a document, or gives it another text. */
  show(name: string, text: string): void {
    const document = this.open.get(name);
    if (document) TextDocument.update(document, [{ text }], document.version + 1);
    else this.open.set(name, TextDocument.create(this.#uri(name), "javascript", 1, text));
    this.workspace.programs.edited(this.#path(name), text);
  }

  close(name: string): void {
    this.open.delete(name);
    this.documents.close(this.#uri(name));
    this.workspace.programs.closed(this.#path(name));
  }

  /** Writes a file, or removes it. */
  write(name: string, text: string | null): void {
    put(this.folder, name, text);
    this.workspace.programs.changedOnDisk();
    if (!name.endsWith("package.json")) return;
    this.workspace.forget();
    this.documents.generation++;
  }

  /** What is shown of a file, as its text in the editor or on the disk has it; null for code that cannot be parsed. */
  async findings(name: string): Promise<unknown> {
    const document = this.open.get(name);
    if (document) {
      const inForce = await this.documents.inForce(document);
      const { broken } = this.documents.parsed(document, inForce.project.path);
      return broken ? null : comparable(this.documents.diagnostics(document, inForce));
    }
    const text = existsSync(this.#path(name)) ? readFileSync(this.#path(name), "utf8") : "";
    if (!mayHaveSites(text)) return [];
    const { project } = await this.workspace.inForce(this.#uri(name));
    return comparable(scan(this.#uri(name), text, project));
  }

  /** All hovers over an open document. */
  async hovers(name: string): Promise<unknown[]> {
    const document = this.open.get(name);
    if (!document) return [];
    const { project, configuration } = await this.documents.inForce(document);
    const parsed = this.documents.parsed(document, project.path);
    const shown = { parts: configuration.hover, format: "markdown", machine: null, ports: null } as const;
    return [...document.getText().matchAll(PLACES)].map(
      ({ index }) => hover(document, parsed, document.positionAt(index + 1), project, shown)?.contents,
    );
  }

  #path(name: string): string {
    return join(this.folder, name);
  }

  #uri(name: string): string {
    return pathToFileURL(this.#path(name)).href;
  }
}

export function put(folder: string, name: string, text: string | null): void {
  const path = join(folder, name);
  if (text === null) return rmSync(path, { force: true });
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function comparable(diagnostics: readonly Diagnostic[]): unknown {
  return diagnostics.map(({ range, code, message, severity, relatedInformation }) => {
    const related = relatedInformation?.map((each) => [each.location, each.message]);
    return { range, code, message, severity, related };
  });
}
