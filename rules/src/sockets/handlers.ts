import type { TSESTree } from "@typescript-eslint/types";
import { calleeName, nameOf, stringOf, unwrap, type FunctionNode, type Node } from "../analysis/ast.ts";
import { functionOf } from "../analysis/calls.ts";
import { elementsOf, iterationOf } from "../analysis/loops.ts";
import { alone, indexOf, perFile, type SourceFile } from "../analysis/source.ts";
import { resolve } from "../analysis/values.ts";
import { isImported } from "./from-elsewhere.ts";
import { entryAt } from "../catalogue/index.ts";

/** A function that waits for an event which decides about ports, found like a site, once a file. */
export type Handler = AppErrorHandler | SignalHandler;

interface AnyHandler {
  call: TSESTree.CallExpression;
  /** Where to report: the method's name, such as `on`. */
  name: Node;
  /** Null where it comes from elsewhere. */
  listener: FunctionNode | null;
}

/** `app.on("error", …)` */
interface AppErrorHandler extends AnyHandler {
  kind: "app-error";
  /** Which application: see identities(). */
  origins: readonly object[];
  /** What the 'error' events of such an application are about. */
  about: "nothing" | "requests";
}

/** `process.on("SIGTERM", …)` */
export interface SignalHandler extends AnyHandler {
  kind: "signal";
  /** One, or those of a loop over their names; null where they are known at run time only. */
  signals: readonly string[] | null;
  /** It is called for the first signal alone. */
  once: boolean;
}

const LISTENS = /^(?:on|once|addListener|prependListener|prependOnceListener)$/;

/** The method by which a call listens to an event: `on`; null where it does not. */
export function listensTo(
  call: { type: string; callee: Node; arguments: readonly Node[] },
  event: string,
): string | null {
  const callee = unwrap(call.callee);
  if (call.type !== "CallExpression" || callee.type !== "MemberExpression") return null;
  const method = nameOf(callee);
  return method !== null && LISTENS.test(method) && stringOf(call.arguments[0]) === event ? method : null;
}

/** All handlers of a file, in source order. */
export const handlersOf: (file: SourceFile) => readonly Handler[] = perFile((file) =>
  indexOf(file)
    .calls.flatMap((call) => (call.type === "CallExpression" ? (appHandler(call) ?? signalHandler(call) ?? []) : []))
    .sort((a, b) => a.name.range[0] - b.name.range[0]),
);

function appHandler(call: TSESTree.CallExpression): AppErrorHandler | null {
  if (listensTo(call, "error") === null || call.arguments.length < 2) return null;
  const { object } = unwrap(call.callee) as TSESTree.MemberExpression;
  const value = isImported(object) ? resolve(object) : alone(() => resolve(object));
  const about = value?.kind === "instance" ? entryAt(value.type)?.appErrors : undefined;
  if (value?.kind !== "instance" || about === undefined) return null;
  const listener = functionOf(call.arguments[1] as Node);
  return { kind: "app-error", call, name: calleeName(call), origins: value.origins, about, listener };
}

function signalHandler(call: TSESTree.CallExpression): SignalHandler | null {
  const callee = unwrap(call.callee);
  const method = nameOf(callee);
  if (callee.type !== "MemberExpression" || method === null || !LISTENS.test(method) || call.arguments.length < 2)
    return null;
  const signals = namesOf(call.arguments[0] as Node);
  if (signals && !signals.some((each) => /^SIG[A-Z]+\d?$/.test(each))) return null;
  const value = alone(() => resolve(callee.object));
  if (value?.kind !== "path" || !/^process(?:\.default)?$/.test(value.path)) return null;
  const listener = functionOf(call.arguments[1] as Node);
  return { kind: "signal", call, name: calleeName(call), signals, once: /once/i.test(method), listener };
}

/** The events of a call: `"SIGINT"`, or all of `for (const signal of ["SIGINT", "SIGTERM"])`. */
function namesOf(node: Node): readonly string[] | null {
  const only = stringOf(node);
  if (only !== null) return [only];
  const iteration = iterationOf(unwrap(node));
  const names =
    iteration?.target?.type === "Identifier" ? elementsOf(iteration.list)?.map((each) => stringOf(each)) : null;
  return names?.every((each) => each !== null) ? (names as string[]) : null;
}
