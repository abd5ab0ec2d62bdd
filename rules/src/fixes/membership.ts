import type { TSESTree } from "@typescript-eslint/types";
import type { SourceFile } from "../analysis/source.ts";
import type { Edit } from "../rule.ts";
import type { CallSite, Use } from "../sockets/site.ts";
import { insertArgument, removeOption } from "./index.ts";
import { argumentsOf, beginsLine, indentAt, insert, joined, newlineOf, slice } from "./layout.ts";
import { removeStatement, statementOf } from "./statements.ts";

/** Moves a join to the callback of bind(), which stands in the same block; null where it cannot be moved whole. */
export function joinWhenBound(file: SourceFile, { call }: Use, bind: CallSite): Edit[] | null {
  const [from, to] = [statementOf(call), statementOf(bind.call)];
  if (!from || !to || from.block !== to.block || from.statement === to.statement) return null;
  if (bind.call.arguments.some((each) => each.type === "SpreadElement")) return null;
  const removed = removeStatement(file, call);
  const added = inCallback(file, bind, slice(file.text, call));
  return removed && added && joined([...removed, ...added]);
}

function inCallback(file: SourceFile, { call, callback }: CallSite, join: string): Edit[] | null {
  const { text } = file;
  const last = call.arguments.at(-1);
  if (!callback) {
    const known = last?.type === "Literal" || last?.type === "ObjectExpression" || call.arguments.length === 1;
    return known ? insertArgument(file, call, call.arguments.length, `() => ${join}`) : null;
  }
  if (last !== callback || callback.body.type !== "BlockStatement") return null;
  if (callback.type === "FunctionExpression" && /\bthis\b/.test(join)) return null;
  const [first] = callback.body.body;
  if (!first) return [{ range: [callback.body.range[0], callback.body.range[1]], text: `{ ${join}; }` }];
  const newline = beginsLine(text, first.range[0]) ? newlineOf(text) + indentAt(text, first.range[0]) : " ";
  return [insert(first.range[0], `${join};${newline}`)];
}

/** Binds to all addresses, and names the address that the socket was bound to as the interface of its only join. */
export function joinOnInterface(file: SourceFile, { call }: Use, bind: CallSite): Edit[] | null {
  const address = bind.host.node;
  if (!address || call.arguments.length > 2 || call.arguments.length === 0) return null;
  const removed = withoutHost(file, bind, address);
  const named = call.arguments.length === 2 ? [] : insertArgument(file, call, 1, slice(file.text, address));
  return removed && named && joined([...removed, ...named]);
}

function withoutHost(file: SourceFile, bind: CallSite, address: TSESTree.Node): Edit[] | null {
  const list = argumentsOf(file.text, bind.call);
  const at = list?.list.findIndex((each) => each.node === address) ?? -1;
  if (!list || at === -1) return removeOption(file, bind, "host");
  const before = list.list[at - 1];
  return before ? [{ range: [before.cell[1], list.list[at]!.cell[1]], text: "" }] : null;
}
