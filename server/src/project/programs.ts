import { dirname } from "node:path";
import type { FileInProgram } from "../../../rules/src/lint.ts";
import { parseFile } from "../../../rules/src/parse/parse-file.ts";
import type { ConfigurationProblem } from "../../../rules/src/program/configuration-problem.ts";
import { diskFiles } from "../../../rules/src/program/files.ts";
import { openTexts, withOpenTexts } from "../../../rules/src/program/open-texts.ts";
import { projectsOf } from "../../../rules/src/runs/projects.ts";

/** A file's place in its project, and whether its findings depend on other files. */
export interface AskingFile extends FileInProgram {
  /** Somebody has asked who runs it. */
  asked: boolean;
}

/** The projects of the folders as the editor shows them: what is not saved wins over the disk. */
export class Programs {
  readonly #disk = diskFiles();
  readonly #open = openTexts((path) => this.#disk.kind(path) === "file");
  readonly #files = withOpenTexts(this.#disk, this.#open);
  readonly #projects = projectsOf(parseFile, this.#files);

  /** Another number after every change that may change who runs what. */
  get version(): number {
    return this.#files.version();
  }

  /** What of the projects could not be looked at. */
  problems(): readonly ConfigurationProblem[] {
    return this.#projects.problems();
  }

  edited(path: string, text: string): void {
    this.#open.set(path, text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  }

  /** @returns whether the text on the disk is another one than the editor showed */
  closed(path: string): boolean {
    const shown = this.#open.get(path);
    this.#open.delete(path);
    return shown !== undefined && shown !== this.#disk.read(path);
  }

  changedOnDisk(): void {
    this.#disk.refresh();
  }

  /** `folder`: the one that is open around the file; null where none is. */
  file(path: string, folder: string | null): AskingFile {
    const projects = this.#projects;
    return {
      filename: path,
      asked: false,
      runs() {
        this.asked = true;
        return projects.of(path, folder ?? dirname(path));
      },
    };
  }
}
