/**
 * The system calls behind one operation on a socket, in order: those that decide about the port.
 * TCP_NODELAY, keep-alive, buffers and the like are left out.
 *
 * Linux is traced by the lab (`npm run lab:runtimes`). macOS and Windows are from source: libuv 1.52
 * (src/unix/tcp.c, src/unix/udp.c, src/unix/core.c, src/win/tcp.c, src/win/udp.c), Bun (uSockets' bsd.c), Deno (ext/net/tcp.rs).
 */
import { bunCalls } from "./bun.ts";
import { denoCalls } from "./deno.ts";
import { nodeCalls } from "./node.ts";
import type { Platform, Runtime, SocketCall, SyscallStep } from "./types.ts";

export { taken } from "./taken.ts";
export type { Platform, Runtime, SocketCall, SyscallStep } from "./types.ts";

/**
 * What the runtime calls for `call`. Empty when it calls nothing (creating a server opens no socket), when that
 * runtime or version lacks the API, and where what it does is not known: nothing is said rather than guessed.
 */
export function syscalls(call: SocketCall, runtime: Runtime, platform: Platform): SyscallStep[] {
  if (call.op === "create") return [];
  const foreign = { bun: "bun.", deno: "deno." } as const;
  for (const [name, prefix] of Object.entries(foreign)) {
    if (call.api.startsWith(prefix) && runtime.name !== name) return [];
  }
  switch (runtime.name) {
    case "node":
      return nodeCalls(call, runtime.version, platform);
    case "bun":
      return bunCalls(call, platform);
    case "deno":
      return denoCalls(call, platform);
  }
}

/** One call as it is written in C: `bind([::]:3000)`. */
export function renderCall({ name, args }: SyscallStep): string {
  return `${name}(${args.join(", ")})`;
}

/** A line a step: the process where there are two, the call, its condition, its error. */
export function renderSyscalls(steps: readonly SyscallStep[]): string[] {
  return steps.map((step) => {
    const by = step.by === undefined ? "" : `${step.by}: `;
    const fails = step.fails === undefined ? "" : ` fails with ${step.fails}`;
    const condition = step.if === undefined ? "" : ` if ${step.if} is true`;
    const note = step.note === undefined ? "" : ` (${step.note})`;
    return by + renderCall(step) + fails + condition + note;
  });
}
