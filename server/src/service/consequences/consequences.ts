import type { FactId } from "../../../../rules/src/kernel/facts.ts";
import type { SocketCall } from "../../../../rules/src/syscalls/index.ts";

/** What comes of a call, a fact a question; and what else is worth knowing. */
export interface Consequences {
  secondProcess?: FactId;
  restart?: FactId;
  /** macOS and Windows in one sentence, or one each. */
  elsewhere?: readonly FactId[];
  exhausted?: FactId;
  also: readonly FactId[];
}

const WILDCARD = /^(?:|::|::0|0\.0\.0\.0)$/;

export function isWildcard(host: string): boolean {
  return WILDCARD.test(host);
}

export function isTrue(value: SocketCall["reusePort"]): boolean {
  return value !== undefined && value !== "unknown" && value.known;
}

export function mayBeTrue(value: SocketCall["reusePort"]): boolean {
  return value === "unknown" || isTrue(value);
}

/** Whether the kernel chooses the port. */
export function isChosen({ port }: SocketCall): boolean {
  return port === undefined || (port !== "unknown" && port.known === 0);
}
