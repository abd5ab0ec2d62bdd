/** Runs one program with one runtime and sets what strace saw beside what `syscalls()` says. */
import { renderCall, syscalls } from "../rules/src/syscalls/index.ts";
import type { Runtime, SyscallStep } from "../rules/src/syscalls/index.ts";
import type { RuntimeProgram } from "./programs/index.ts";
import { traceSockets } from "./runtimes-trace.ts";
import type { TracedSocket } from "./runtimes-trace.ts";

export interface Comparison {
  expected: string[];
  seen: string[];
  same: boolean;
}

/** Rejects when the program itself fails. */
export async function compare(program: RuntimeProgram, runtime: Runtime, binary: string): Promise<Comparison> {
  const expected = syscalls(program.call, runtime, "linux").map(written);
  const sockets = await traceSockets(commandOf(runtime, binary), program.source);
  const seen = sockets.filter((socket) => isUnderTest(socket, program)).flatMap((socket) => shown(socket, program));
  const same = expected.length === seen.length && expected.every((text, index) => agrees(text, seen[index] ?? ""));
  return { expected, seen, same };
}

/** What is said of a host name holds for each of its addresses, and of either family for both. */
function agrees(said: string, seen: string): boolean {
  const words = said.split(/(AF_INET or AF_INET6|localhost)/);
  const pattern = words.map((word) =>
    word === "localhost"
      ? String.raw`(?:127\.0\.0\.1|\[::1\])`
      : word === "AF_INET or AF_INET6"
        ? "AF_INET6?"
        : word.replace(/[^\w\s]/g, String.raw`\$&`),
  );
  return new RegExp(`^${pattern.join("")}$`).test(seen);
}

function commandOf(runtime: Runtime, binary: string): string[] {
  // Deno has reusePort and datagrams only with this flag.
  return runtime.name === "deno"
    ? [binary, "run", "-A", "--unstable-net", "--quiet", "--no-config", "--no-lock"]
    : [binary];
}

function written(step: SyscallStep): string {
  return `${step.by === undefined ? "" : `${step.by}: `}${renderCall(step)}`;
}

function shown(socket: TracedSocket, { call }: RuntimeProgram): string[] {
  const by = call.clusterRole === undefined ? "" : socket.process === 0 ? "primary: " : "worker: ";
  return socket.calls.map((text) => by + text);
}

/** Tells the socket of the program's call from its helper's (port 4000), the resolver's and the runtime's own probes. */
function isUnderTest({ calls }: TracedSocket, { call }: RuntimeProgram): boolean {
  const has = (start: string) => calls.some((text) => text.startsWith(start));
  const path = call.path !== undefined;
  if (calls[0]?.startsWith("socket(")) {
    const type = call.transport === "udp" ? "SOCK_DGRAM" : "SOCK_STREAM";
    if (!calls[0].startsWith(path ? "socket(AF_UNIX" : "socket(AF_INET") || !calls[0].endsWith(`${type})`))
      return false;
    if (call.fd !== undefined) return false;
  }
  if (call.transport === "udp") return !has("socket(") || has("bind(");
  // A connection may fail before connect(), at the bind() to an address.
  if (call.op === "connect") return (has("connect(") || has("bind(")) && !has("listen(");
  return (has("listen(") || has("bind(")) && !calls.some((text) => /^bind\(.*:4000\)$/.test(text));
}
