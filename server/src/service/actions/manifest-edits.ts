import { modify, parse, type ParseError } from "jsonc-parser";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { TextEdit } from "vscode-languageserver-types";

/**
 * The edits that set a value below the key `portreuse` in the text of a package.json, laid out as the rest of it; null where that
 * cannot be read. `path` and `value` may depend on what the key holds now.
 */
export function portreuseEdits(
  text: string,
  change: (now: Readonly<Record<string, unknown>>) => { path: readonly (string | number)[]; value: unknown } | null,
): TextEdit[] | null {
  const errors: ParseError[] = [];
  const manifest: unknown = parse(text, errors);
  if (errors.length > 0 || !isObject(manifest)) return null;
  const now = manifest["portreuse"] ?? {};
  const changed = isObject(now) ? change(now) : null;
  if (!changed) return null;
  const document = TextDocument.create("", "json", 0, text);
  const [, indent = "  "] = /^([ \t]+)"/m.exec(text) ?? [];
  const formattingOptions = {
    insertSpaces: !indent.startsWith("\t"),
    tabSize: indent.length,
    eol: text.includes("\r\n") ? "\r\n" : "\n",
  };
  return modify(text, ["portreuse", ...changed.path], changed.value, { formattingOptions }).map(
    ({ offset, length, content }) => ({
      range: { start: document.positionAt(offset), end: document.positionAt(offset + length) },
      newText: content,
    }),
  );
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
