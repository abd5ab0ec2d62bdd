import assert from "node:assert/strict";
import { renderSyscalls, syscalls } from "../../src/syscalls/index.ts";
import type { Platform, Runtime, SocketCall } from "../../src/syscalls/index.ts";

/** Rows: what is particular about the call, the lines that are shown for it, the platform and the runtime where they are others. */
export type Row = readonly [
  more: Partial<SocketCall>,
  lines: readonly string[],
  platform?: Platform,
  runtime?: Runtime,
];

/** Rows of calls like `call`, with what is shown for them, line by line. */
export function rendered(title: string, call: SocketCall, runtime: Runtime, rows: readonly Row[]): void {
  describe(title, () => {
    for (const [more, lines, platform = "linux", on = runtime] of rows)
      it(`${JSON.stringify(more)} ${platform} ${on.version ?? ""}`, () =>
        assert.deepEqual(renderSyscalls(syscalls({ ...call, ...more }, on, platform)), lines));
  });
}

export const known = <T>(value: T) => ({ known: value });
export const yes = known(true);
export const no = known(false);

export const NODE: Runtime = { name: "node" };
export const BUN: Runtime = { name: "bun" };
export const DENO: Runtime = { name: "deno" };

export const LISTEN: SocketCall = { api: "net.Server#listen", op: "listen", transport: "tcp", port: known(3000) };
export const CONNECT: SocketCall = {
  api: "net.connect",
  op: "connect",
  transport: "tcp",
  host: known("10.0.0.2"),
  port: known(80),
};
export const BIND: SocketCall = { api: "dgram.Socket#bind", op: "bind", transport: "udp", port: known(5000) };
/** A datagram socket's connect(), which binds first. */
export const UDP_CONNECT: SocketCall = {
  api: "dgram.Socket#connect",
  op: "connect",
  transport: "udp",
  host: known("10.0.0.2"),
  port: known(53),
  family: known(4),
};

/** Lines that many calls have. */
export const SIX = "socket(AF_INET6, SOCK_STREAM)";
export const FOUR = "socket(AF_INET, SOCK_STREAM)";
export const EITHER = "socket(AF_INET or AF_INET6, SOCK_STREAM)";
export const REUSE = "setsockopt(SO_REUSEADDR, 1)";
export const SHARE = "setsockopt(SO_REUSEPORT, 1)";
export const UNIX = "socket(AF_UNIX, SOCK_STREAM)";
export const UDP4 = "socket(AF_INET, SOCK_DGRAM)";
export const UDP6 = "socket(AF_INET6, SOCK_DGRAM)";
