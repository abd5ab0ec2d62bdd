import { words } from "../analysis/ast.ts";

const NOT_A_PORT = new Set([
  "path",
  "socket",
  "sock",
  "pipe",
  "fd",
  "handle",
  "handles",
  "options",
  "opts",
  "opt",
  "option",
  "settings",
  "args",
  "arguments",
  "callback",
  "cb",
  "server",
  "or",
  "config",
  "cfg",
  "addr",
  "address",
  "unix",
  "listener",
  "next",
  "done",
  "app",
  "event",
  "channel",
]);

/** A name that says it is something else than a port. */
export function isNamedOtherwise(name: string): boolean {
  const all = words(name);
  return all.some((word) => NOT_A_PORT.has(word)) && !(all.at(-1) === "port" && !all.includes("or"));
}

/** A name that says it is the number of a port; ports of messages and of serial lines have none. */
export function isPortName(name: string): boolean {
  const all = words(name);
  return (
    all.includes("port") &&
    !all.some((word) => ["or", "options", "opts", "path", "pipe", "range", "ports", "message", "serial"].includes(word))
  );
}
