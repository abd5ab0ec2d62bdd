import { listeningTo } from "../sockets/uses.ts";
import { ancestors, isFunction, nameOf, unwrap, type FunctionNode, type Node } from "../analysis/ast.ts";
import { functionOf } from "../analysis/calls.ts";
import { identities } from "../analysis/identities.ts";
import type { FileSites, Site } from "../sockets/site.ts";

/** Whether a server is closed as soon as it listens: a check whether the port is free. */
export function isProbe(all: FileSites, site: Site): boolean {
  if (site.op !== "listen" && site.op !== "bind") return false;
  const closes = (body: Node): boolean => {
    const at = unwrap(body);
    const call =
      at.type === "AwaitExpression" || (at.type === "UnaryExpression" && at.operator === "void")
        ? unwrap(at.argument)
        : at;
    if (call.type === "NewExpression" && isFunction(call.arguments[0]) && isPromiseCallback(call.arguments[0]))
      return directly(call.arguments[0]);
    if (call.type !== "CallExpression") return false;
    const callee = unwrap(call.callee);
    if (callee.type !== "MemberExpression") return false;
    if (!["close", "stop", "destroy"].includes(nameOf(callee) ?? "")) return closes(callee.object);
    const mine = identities(callee.object);
    return mine.some((origin) => site.origins.includes(origin));
  };
  const directly = (fn: FunctionNode): boolean =>
    fn.body.type !== "BlockStatement"
      ? closes(fn.body)
      : fn.body.body.some(
          (each) =>
            (each.type === "ExpressionStatement" && closes(each.expression)) ||
            (each.type === "ReturnStatement" && each.argument !== null && closes(each.argument)),
        );
  if (site.kind !== "raw" && site.callback && directly(site.callback)) return true;
  for (const use of all.uses(site.origins, listeningTo("listening"))) {
    const listener = functionOf(use.call.arguments[1] as Node | undefined);
    if (listener && directly(listener)) return true;
  }
  return followsAwait(
    site,
    (statement) => statement.type === "ExpressionStatement" && closes(statement.expression),
    all,
  );
}

/** `await listening; server.close();` as statements of one block. */
function followsAwait(site: Site, closes: (statement: Node) => boolean, all: FileSites): boolean {
  let statement: Node = site.call;
  let awaited = false;
  for (const at of ancestors(site.call)) {
    if (at.type === "AwaitExpression") awaited = true;
    if (at.type === "BlockStatement" || at.type === "Program") {
      const body = at.body as readonly Node[];
      const after = body.slice(body.indexOf(statement) + 1);
      const rest = after.every(saysSo) ? atLast(at) : after;
      if (awaited) return rest.some(closes);
      const next = rest[0];
      const waits =
        next !== undefined &&
        /\bawait\b/.test(all.file.text.slice(next.range[0], next.range[1])) &&
        /["']listening["']/.test(all.file.text.slice(next.range[0], next.range[1]));
      if (waits) return rest.slice(1).some(closes);
      // The listen may stand in `new Promise((resolve) => { server.listen(port, resolve); })`.
      if (!isPromiseExecutor(at)) return false;
    }
    if (isFunction(at) && !isPromiseCallback(at)) return false;
    statement = at;
  }
  return false;
}

/** `return true`: nothing is done with the server. */
function saysSo(statement: Node): boolean {
  return statement.type === "ReturnStatement" && (!statement.argument || statement.argument.type === "Literal");
}

/** What stands in `finally`, behind a block that is tried. */
function atLast(block: Node): readonly Node[] {
  const { parent } = block;
  return parent?.type === "TryStatement" && parent.block === block ? (parent.finalizer?.body ?? []) : [];
}

function isPromiseCallback(fn: FunctionNode): boolean {
  const parent = fn.parent as Node | undefined;
  return parent?.type === "NewExpression" && parent.callee.type === "Identifier" && parent.callee.name === "Promise";
}

function isPromiseExecutor(block: Node): boolean {
  return isFunction(block.parent) && isPromiseCallback(block.parent);
}
