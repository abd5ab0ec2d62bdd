import { setImmediate as turn } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import type { Diagnostic } from "vscode-languageserver-types";
import { isGenerated } from "../../../rules/src/generated.ts";
import { isDeclaration } from "../../../rules/src/lint.ts";
import { isWithin } from "../../../rules/src/program/paths.ts";
import { mayHaveSites } from "../../../rules/src/prefilter.ts";
import { readText } from "./read-text.ts";
import { scan } from "../service/index.ts";
import { isCode, listFiles, type Workspace } from "./workspace.ts";

/** A file's findings; the id changes when they do. */
export interface FileReport {
  uri: string;
  id: string;
  items: Diagnostic[];
}

/** Called while a scan goes on: files done, of how many. */
export type Progress = (done: number, total: number) => void;

/** Milliseconds after which a scan lets requests through. */
const SLICE = 12;

/** The findings of all files of the folders that are not open, as they are on disk. */
export class WorkspaceScan {
  #reports = new Map<string, FileReport>();
  #files = new Set<string>();
  /** Whether folders, settings or ignored files have changed since they were listed. */
  #isOutdated = true;
  /** Files whose findings depend on others. */
  #asking = new Set<string>();
  /** What the programs were when those were checked. */
  #version = -1;
  #ids = 0;
  #generated = new Set<string>();
  #logged = "";
  #running: Promise<void> = Promise.resolve();

  /** `isOpen` names the files whose text on disk does not count; `changed` is given each report that is new. */
  constructor(
    readonly workspace: Workspace,
    readonly isOpen: (path: string) => boolean,
    readonly changed: (report: FileReport) => void,
    readonly log: (line: string) => void,
  ) {}

  get reports(): Iterable<FileReport> {
    return this.#reports.values();
  }

  get size(): number {
    return this.#files.size;
  }

  /** Whether a file is one of those that are checked. */
  has(path: string): boolean {
    return this.#files.has(path);
  }

  /** From now on other files may count. */
  outdate(): void {
    this.#isOutdated = true;
  }

  /** Lists and checks everything. Scans follow one another; one that is cancelled leaves the rest for the next. */
  all(cancelled: () => boolean, progress: Progress): Promise<void> {
    return this.#queue(async () => {
      await this.#list();
      for (const path of [...this.#reports.keys()]) if (!this.#files.has(path)) this.#drop(path);
      this.#generated.clear();
      const { version } = this.workspace.programs;
      if (await this.#check([...this.#files], cancelled, progress)) this.#version = version;
      this.#logGenerated();
    });
  }

  /** Checks files anew after changes on disk, or after they were closed; and what depends on others that have changed. */
  update(paths: readonly string[]): Promise<void> {
    const ours = paths.filter(
      (each) => (isCode(each) || this.#files.has(each)) && !/[\\/](?:node_modules|\.git)[\\/]/.test(each),
    );
    return this.#queue(async () => {
      if (this.#isOutdated || ours.some((each) => !this.#files.has(each))) await this.#list();
      for (const path of ours) if (!this.#files.has(path)) this.#drop(path);
      const { version } = this.workspace.programs;
      const asking = version === this.#version ? [] : this.#asking;
      await this.#check(
        [...new Set([...ours, ...asking])].filter((each) => this.#files.has(each)),
        () => false,
        () => {},
      );
      this.#version = version;
    });
  }

  /** Forgets a directory that is gone. */
  dropBelow(directory: string): void {
    for (const path of [...this.#reports.keys()]) if (isWithin(directory, path)) this.#drop(path);
  }

  clear(): void {
    for (const path of [...this.#reports.keys()]) this.#drop(path);
  }

  #queue(work: () => Promise<void>): Promise<void> {
    return (this.#running = this.#running.then(work, work));
  }

  async #list(): Promise<void> {
    this.#isOutdated = false;
    const scanned = this.workspace.folders.filter(
      (each) => each.path !== null && each.configuration.workspaceScan && each.configuration.diagnostics !== "off",
    );
    this.#files = new Set((await Promise.all(scanned.map((each) => listFiles(each.path as string)))).flat());
  }

  /** @returns whether it came to the end */
  async #check(paths: readonly string[], cancelled: () => boolean, progress: Progress): Promise<boolean> {
    let since = Date.now();
    for (const [i, path] of paths.entries()) {
      if (Date.now() - since > SLICE) {
        progress(i, paths.length);
        await turn();
        if (cancelled()) return false;
        since = Date.now();
      }
      if (!this.isOpen(path)) await this.#file(path);
    }
    return true;
  }

  async #file(path: string): Promise<void> {
    const { text } = readText(path);
    const uri = this.#reports.get(path)?.uri ?? pathToFileURL(path).href;
    let items: Diagnostic[] = [];
    const worth = text !== null && !isDeclaration(path) && mayHaveSites(text);
    if (worth && isGenerated(text)) this.#generated.add(path);
    else if (worth) {
      const { project, silent } = await this.workspace.inForce(uri);
      // It may have been opened while ESLint was asked.
      if (this.isOpen(path)) return;
      if (!silent) items = scan(uri, text, project);
      if (project.program?.asked) this.#asking.add(path);
      else this.#asking.delete(path);
    }
    this.#put(path, uri, items);
  }

  /** Once, and again when there are others. */
  #logGenerated(): void {
    const paths = [...this.#generated].join(", ");
    if (paths !== "" && paths !== this.#logged) this.log(`Generated files were not checked: ${paths}`);
    this.#logged = paths;
  }

  #put(path: string, uri: string, items: Diagnostic[]): void {
    const before = this.#reports.get(path);
    if (!before && items.length === 0) return;
    if (before && JSON.stringify(before.items) === JSON.stringify(items)) return;
    const report = { uri, id: `disk ${this.#ids++}`, items };
    this.#reports.set(path, report);
    this.changed(report);
  }

  #drop(path: string): void {
    const uri = this.#reports.get(path)?.uri;
    if (uri !== undefined) this.#put(path, uri, []);
  }
}
