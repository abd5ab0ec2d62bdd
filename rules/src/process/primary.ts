import { isFunction, nameOf, stringOf, unwrap, words, type Node } from "../analysis/ast.ts";
import { fileOf, indexOf, type SourceFile, type Variable } from "../analysis/source.ts";
import { resolve } from "../analysis/values.ts";
import { variableOf, writesOf } from "../analysis/variables.ts";

/** `cluster.on("listening")`, `worker.on("listening")`, `worker.disconnect()`, `cluster.disconnect()`. */
export function primaryUse(file: SourceFile): Node | null {
  for (const call of indexOf(file).calls) {
    const callee = unwrap(call.callee);
    if (callee.type !== "MemberExpression") continue;
    const method = nameOf(callee);
    const event = stringOf(call.arguments[0] as Node | undefined);
    const listens = method !== null && /^(?:on|once|addListener)$/.test(method) && event === "listening";
    if (!listens && method !== "disconnect") continue;
    if (isPrimarySide(callee.object)) return callee.property;
  }
  return null;
}

/** The cluster module, or one of its workers: by value, by type, taken out of `cluster.workers`, or by its name where nothing else is known. */
function isPrimarySide(node: Node): boolean {
  const value = resolve(node);
  if (value?.kind === "instance") return value.type === "cluster.Worker";
  if (value?.kind === "path") return /^cluster(?:$|\.(?:default|workers\b|worker$))/.test(value.path);
  if (value) return false;
  const at = unwrap(node);
  if (at.type === "MemberExpression") return isPrimarySide(at.object);
  if (at.type !== "Identifier") return false;
  const variable = variableOf(at);
  const source = variable && elementSource(variable);
  if (source && CLUSTER_WORKERS.test(withInitialisers(source))) return true;
  return words(at.name).some((word) => word === "worker" || word === "workers");
}

const CLUSTER_WORKERS = /\bcluster\w*(?:\.default)?\.(?:fork|workers)\b/i;

/** What a loop variable or the parameter of an iteration callback runs over. */
function elementSource(variable: Variable): Node | null {
  const definition = variable.defs[0];
  const declared = definition?.node as Node | undefined;
  if (declared?.type === "VariableDeclarator") {
    const loop = declared.parent.parent as Node;
    return loop.type === "ForOfStatement" ? loop.right : null;
  }
  const call = isFunction(declared) ? declared.parent : null;
  return call?.type === "CallExpression" && call.callee.type === "MemberExpression" ? call.callee.object : null;
}

/** The text of an expression, with what its names were made of: enough to recognise where elements come from. */
function withInitialisers(node: Node): string {
  const file = fileOf(node);
  const text = file.text.slice(node.range[0], node.range[1]);
  const at = unwrap(node);
  const variable = at.type === "Identifier" ? variableOf(at) : undefined;
  const pushed = variable
    ? indexOf(file).calls.filter(
        (call) =>
          call.callee.type === "MemberExpression" &&
          nameOf(call.callee) === "push" &&
          call.callee.object.type === "Identifier" &&
          variableOf(call.callee.object) === variable,
      )
    : [];
  const written = [...(variable ? (writesOf(variable) ?? []).map((write) => write.node) : []), ...pushed];
  return [text, ...written.map((each) => file.text.slice(each.range[0], each.range[1]))].join("\n");
}
