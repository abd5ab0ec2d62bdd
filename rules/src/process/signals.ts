import { isBuiltin } from "node:module";
import { nameOf, unwrap } from "../analysis/ast.ts";
import { indexOf, type SourceFile } from "../analysis/source.ts";
import { mentions } from "../analysis/text.ts";
import { listensToNoSignal } from "../catalogue/index.ts";
import { handlersOf, type SignalHandler } from "../sockets/handlers.ts";
import { idleness } from "./only-logs.ts";
import { runsIn } from "./reach.ts";

/** What a signal's handlers leave undone: it has ones that stay, and none of them does more than print. */
export function idleHandler(file: SourceFile, handler: SignalHandler): "nothing" | "logs" | null {
  const { signals } = handler;
  if (handler.once || signals === null || !handler.listener) return null;
  const all = handlersOf(file).filter(
    (each): each is SignalHandler =>
      each.kind === "signal" && (each.signals === null || each.signals.some((signal) => signals.includes(signal))),
  );
  if (!all.every((each) => each.listener && idleness(each.listener) !== null)) return null;
  if (mayBeHandledElsewhere(file) || isStarted(file)) return null;
  return runsIn(handler.call, ["cluster-primary", "main-thread", "parent", "entry"]) === "yes"
    ? idleness(handler.listener)
    : null;
}

/** Modules whose code is not seen and may listen to signals, and whatever is taken back later. */
function mayBeHandledElsewhere(file: SourceFile): boolean {
  const { modules, calls } = indexOf(file);
  if ([...modules].some((each) => !isBuiltin(each) && !listensToNoSignal(each))) return true;
  return calls.some((call) => {
    const callee = unwrap(call.callee);
    if (callee.type === "Identifier" && callee.name === "require") return call.arguments[0]?.type !== "Literal";
    if (callee.type !== "MemberExpression") return false;
    return /^(?:off|removeListener|removeAllListeners)$/.test(nameOf(callee) ?? "") && isProcess(callee.object);
  });
}

function isProcess(node: Parameters<typeof unwrap>[0]): boolean {
  const at = unwrap(node);
  return at.type === "Identifier" && at.name === "process";
}

/** A program that speaks to the one that started it may be ended by that one. */
function isStarted(file: SourceFile): boolean {
  return (
    mentions(file, "parentPort") ||
    /\bprocess\??\.(?:send|disconnect|connected)\b|["'`](?:message|disconnect)["'`]/.test(file.text)
  );
}
