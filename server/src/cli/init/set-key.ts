import { findNodeAtLocation, parseTree, type Node } from "jsonc-parser";

/**
 * Sets a key of a JSON object that is written as `text`, and touches nothing else of it: indentation, line ends and the
 * end of the file stay as they are. jsonc-parser's own `modify` formats the property before it too.
 */
export function setKey(text: string, key: string, value: object): string {
  const root = parseTree(text) as Node;
  const [, indentation] = /^\s*\{[^\S\n]*\n([ \t]+)\S/.exec(text) ?? [];
  const empty = root.children?.length === 0;
  // An object on one line stays on one; an empty one becomes what npm writes.
  const indent = indentation ?? (empty ? "  " : null);
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const written =
    indent === null ? JSON.stringify(value) : JSON.stringify(value, null, indent).replaceAll("\n", eol + indent);
  const known = findNodeAtLocation(root, [key]);
  if (known) return text.slice(0, known.offset) + written + text.slice(known.offset + known.length);
  const property = `${JSON.stringify(key)}: ${written}`;
  if (empty)
    return `${text.slice(0, root.offset)}{${eol}${indent}${property}${eol}}${text.slice(root.offset + root.length)}`;
  const last = root.children?.at(-1) as Node;
  const end = last.offset + last.length;
  return `${text.slice(0, end)},${indent === null ? " " : eol + indent}${property}${text.slice(end)}`;
}
