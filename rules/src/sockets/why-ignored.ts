import type { Ignored } from "../catalogue/types.ts";
import type { Environment } from "../environment.ts";
import type { CallSite } from "./site.ts";

/** Why an option is ignored, as a main clause; what to do, as a verb phrase; the fact behind it. */
export type Why = Pick<Ignored, "because" | "instead" | "fact">;

/** Why an option that gets as far as the socket's owner is ignored there. What the facts say was seen in Node. */
export const WHY_IGNORED = {
  ipc: {
    because: "a Unix socket has no port to share",
    instead: "remove it",
    fact: "node-reuse-port-path",
  },
  fd: {
    because: "the descriptor is bound already",
    instead: "set it where the descriptor is bound, or remove it",
    fact: "node-reuse-port-fd",
  },
  handle: {
    because: "the handle is bound already",
    instead: "set it where the handle is bound, or remove it",
    fact: "node-bound-socket",
  },
  type: {
    because: "it counts only as the boolean `true`",
    instead: "convert the value",
    fact: "node-reuse-port-strict-true",
  },
  typeInDeno: {
    because: "it counts only as the boolean `true`",
    instead: "convert the value",
    fact: "deno-flags-strict-true",
  },
  version: {
    because: "Node knows it since 22.12.0 and 23.1.0",
    instead: "admit only versions that know it",
    fact: "node-reuse-port-versions",
  },
  datagramVersion: {
    because: "Node knows it since 22.12.0 and 23.1.0",
    instead: "admit only versions that know it",
    fact: "dgram-reuse-port-versions",
  },
} as const satisfies Readonly<Record<string, Why>>;

/** A listen that opens no port. */
export function whyWithoutPort({ endpoint: { kind } }: CallSite, { runtime }: Environment): Why | null {
  if (kind !== "ipc" && kind !== "fd" && kind !== "handle") return null;
  const { fact, ...why } = WHY_IGNORED[kind];
  return runtime === "node" ? { ...why, fact } : why;
}

/** Why a value that is not a boolean is taken for none. */
export function whyNoBoolean({ runtime }: Environment): Why {
  return runtime === "deno" ? WHY_IGNORED.typeInDeno : WHY_IGNORED.type;
}

/** Why versions of Node that do not know the option ignore it. */
export function whyTooOld({ transport }: CallSite): Why {
  return transport === "udp" ? WHY_IGNORED.datagramVersion : WHY_IGNORED.version;
}
