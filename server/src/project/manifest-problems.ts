import { parseTree, type Node } from "jsonc-parser";
import { TextDocument } from "vscode-languageserver-textdocument";
import { DiagnosticSeverity, type Diagnostic, type Range } from "vscode-languageserver-types";

/**
 * The diagnostics of a package.json: every problem at the key that it names.
 * `problems`: lines that begin with the path, as `settingsProblems` and `levelsIn` write them.
 */
export function manifestDiagnostics(path: string, text: string, problems: readonly string[]): Diagnostic[] {
  const document = TextDocument.create("", "json", 0, text);
  return problems.map((problem) => {
    const [, line, column, words = problem] = /^(?::(\d+):(\d+))?: (.*)$/s.exec(problem.slice(path.length)) ?? [];
    const at = document.offsetAt({ line: Number(line ?? 1) - 1, character: Number(column ?? 1) - 1 });
    return {
      range: keyRange(document, words) ?? { start: document.positionAt(at), end: document.positionAt(at + 1) },
      severity: DiagnosticSeverity.Warning,
      source: "portreuse",
      message: words,
    };
  });
}

/** The range of the innermost key that the beginning of a problem names: `portreuse.launches["a.js"].as: …`. */
function keyRange(document: TextDocument, words: string): Range | null {
  let node = parseTree(document.getText());
  let rest = `.${words}`;
  let key: Node | null = null;
  for (let named = step(node, rest); named; named = step(node, rest)) {
    key = named.key;
    node = named.value;
    rest = named.rest;
  }
  return key && { start: document.positionAt(key.offset), end: document.positionAt(key.offset + key.length) };
}

/** The property of an object that the words go on with. */
function step(node: Node | undefined, words: string): { key: Node; value: Node | undefined; rest: string } | null {
  for (const { type, children = [] } of node?.children ?? []) {
    const [key, value] = children;
    const rest = type === "property" && key ? behind(words, String(key.value)) : null;
    if (key && rest !== null) return { key, value, rest };
  }
  return null;
}

/** What stands behind a key, where the words begin with it; null where they do not. */
function behind(words: string, key: string): string | null {
  const ways = [`.${key}`, `[${JSON.stringify(key)}]`, `: ${key}`, `: Unknown rule ${JSON.stringify(key)}`];
  const way = ways.find((each) => words.startsWith(each) && /^[.:[]/.test(words.slice(each.length)));
  return way === undefined ? null : words.slice(way.length);
}
