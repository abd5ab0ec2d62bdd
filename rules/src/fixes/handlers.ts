import type { FunctionNode } from "../analysis/ast.ts";
import type { SourceFile } from "../analysis/source.ts";
import type { Edit } from "../rule.ts";
import { beginsLine, indentAt, insert, newlineOf, slice } from "./layout.ts";
import { ended } from "./tokens.ts";

/** Puts a statement at the end of a function that prints and gives nothing back; null where it returns before that. */
export function atEnd({ text }: SourceFile, fn: FunctionNode, statement: string): Edit[] | null {
  const { body } = fn;
  if (body.type !== "BlockStatement") {
    const arrow = text.lastIndexOf("=>", body.range[0]) + 2;
    return [{ range: [arrow, fn.range[1]], text: ` { ${slice(text, body)}; ${statement}; }` }];
  }
  const last = body.body.at(-1);
  if (!last) return [{ range: [body.range[0], body.range[1]], text: `{ ${statement}; }` }];
  if (body.body.some((each) => each.type === "ReturnStatement")) return null;
  const semicolon = slice(text, last).endsWith(";");
  const own = ended(statement, semicolon);
  return beginsLine(text, last.range[0])
    ? [insert(last.range[1], `${newlineOf(text)}${indentAt(text, last.range[0])}${own}`)]
    : [insert(last.range[1], `${semicolon ? "" : ";"} ${own}`)];
}
