import { TextDocument } from "vscode-languageserver-textdocument";
import type { Diagnostic, Range } from "vscode-languageserver-types";
import { diagnose, parseDocument, wrongComments, type Parsed, type Shown } from "../service/index.ts";
import type { InForce, Workspace } from "../project/workspace.ts";
import { carried } from "./carried.ts";

interface Kept {
  version: number;
  generation: number;
  path: string;
  parsed: Parsed;
  /** Made when they are first asked for: each version is linted once. */
  problems?: Shown[];
  /** What the programs were then, where the problems depend on other files. */
  programs?: number;
  /** The last text that could be parsed, and what was shown for it. */
  good?: { document: TextDocument; diagnostics: readonly Diagnostic[] } | undefined;
}

/** What is known of the open documents: their trees and their findings. */
export class Documents {
  #kept = new Map<string, Kept>();
  /** Counts changes of whatever decides about findings beside the text. */
  generation = 0;

  constructor(
    readonly workspace: Workspace,
    readonly log: (line: string) => void,
  ) {}

  /** Changes when the answer of `diagnostics` may. */
  resultId(document: TextDocument): string {
    const programs = this.#kept.get(document.uri)?.programs === undefined ? "" : ` ${this.workspace.programs.version}`;
    return `${this.generation} ${document.version}${programs}`;
  }

  /** Whether what is shown for a document depends on other files. */
  asks(uri: string): boolean {
    return this.#kept.get(uri)?.programs !== undefined;
  }

  /** What is in force now: asked again where that has changed before the answer came. */
  async inForce(document: TextDocument): Promise<InForce> {
    for (;;) {
      const { generation } = this;
      const found = await this.workspace.inForce(document.uri, document.languageId);
      if (generation === this.generation) return found;
    }
  }

  parsed(document: TextDocument, path: string): Parsed {
    return this.#of(document, path).parsed;
  }

  /** The findings that are shown. While the text cannot be parsed those that were there stay, or they would blink with every bracket. */
  diagnostics(document: TextDocument, inForce: InForce): Diagnostic[] {
    if (inForce.silent) return [];
    const kept = this.#of(document, inForce.project.path);
    if (kept.parsed.broken) return kept.good ? carried(kept.good.diagnostics, kept.good.document, document) : [];
    const problems = this.problems(document, inForce).map((each) => each.diagnostic);
    const diagnostics = [...problems, ...wrongComments(document, kept.parsed, inForce.project)];
    kept.good = { document: copyOf(document), diagnostics };
    return diagnostics;
  }

  /**
   * The problems in a range or under one of the client's diagnostics: ours, or the same ones from the ESLint extension.
   * With the client's diagnostic where it has one, for it groups actions by those that it shows.
   */
  problemsAt(document: TextDocument, inForce: InForce, range: Range, shown: readonly Diagnostic[]): Shown[] {
    if (inForce.configuration.diagnostics === "off") return [];
    return this.problems(document, inForce).flatMap(({ problem, diagnostic }) => {
      const same = shown.find((each) => ruleOf(each) === problem.rule && sameRange(each.range, diagnostic.range));
      return same || overlap(diagnostic.range, range) ? [{ problem, diagnostic: same ?? diagnostic }] : [];
    });
  }

  close(uri: string): void {
    this.#kept.delete(uri);
  }

  /** All problems of a document, shown or not. */
  problems(document: TextDocument, { project }: InForce): readonly Shown[] {
    const kept = this.#of(document, project.path);
    const { version } = this.workspace.programs;
    if (kept.programs !== undefined && kept.programs !== version) delete kept.problems;
    if (!kept.problems) {
      delete kept.programs;
      kept.problems = diagnose(document, kept.parsed, project);
      if (project.program?.asked) kept.programs = version;
    }
    return kept.problems;
  }

  #of(document: TextDocument, path: string): Kept {
    const { version } = document;
    const kept = this.#kept.get(document.uri);
    if (kept?.version === version && kept.generation === this.generation && kept.path === path) return kept;
    const parsed = parseDocument(document, path);
    const made = { version, generation: this.generation, path, parsed, good: kept?.good };
    if (made.parsed.generated && kept?.parsed.generated !== true)
      this.log(`${document.uri} is generated code; it is not checked.`);
    this.#kept.set(document.uri, made);
    return made;
  }
}

/** A document changes in place. */
function copyOf(document: TextDocument): TextDocument {
  return TextDocument.create(document.uri, document.languageId, document.version, document.getText());
}

/** The ESLint extension names our rules as ESLint does. */
function ruleOf({ code }: Diagnostic): string | undefined {
  return typeof code === "string" ? code.slice(code.lastIndexOf("/") + 1) : undefined;
}

function sameRange(a: Range, b: Range): boolean {
  return compare(a.start, b.start) === 0 && compare(a.end, b.end) === 0;
}

/** Ranges that touch count: the cursor at the end of a name is on it. */
function overlap(a: Range, b: Range): boolean {
  return compare(a.start, b.end) <= 0 && compare(b.start, a.end) <= 0;
}

function compare(a: Range["start"], b: Range["start"]): number {
  return a.line - b.line || a.character - b.character;
}
