import { execFile } from "node:child_process";
import { inspect } from "node:util";
import { connect, type ListenOptions, type Server, type Socket, type TcpNetConnectOpts } from "node:net";
import type { Lab } from "./lab.ts";
import { atLeast } from "./versions.ts";
import type { Host } from "./control.ts";

/** Whether this Node.js has reusePort: 22.12.0, 23.1.0 and later. */
export function knowsReusePort({ node }: Pick<Host, "node">): boolean {
  return atLeast(node, 23, 1) || (node[0] === 22 && atLeast(node, 22, 12));
}

/** Why a control that takes reusePort away shows nothing here. */
export function lacksReusePort(on: Pick<Host, "node">): string | null {
  return knowsReusePort(on) ? null : "needs a Node.js that has reusePort";
}

/** "OK", or the syscall and code that the 'error' event names, or the code of what was thrown. */
export function listen(
  lab: Lab,
  server: Server,
  ...args: [ListenOptions | object] | [number] | [number, unknown] | [undefined]
): Promise<string> {
  return new Promise((resolve) => {
    const done = (outcome: string) => {
      server.removeAllListeners("error").removeAllListeners("listening");
      lab.note(`server.listen(${args.map((each) => inspect(each)).join(", ")}): ${outcome}`);
      resolve(outcome);
    };
    server.once("error", (error) => done(errorName(error)));
    server.once("listening", () => done("OK"));
    lab.onEnd(() => void server.close());
    try {
      server.listen(...(args as [ListenOptions]));
    } catch (error) {
      done(errorName(error));
    }
  });
}

/** Connects and leaves the socket open until the end; the outcome in the words of {@link listen}. */
export function dialNode(
  lab: Lab,
  options: TcpNetConnectOpts,
  make: (options: TcpNetConnectOpts) => Socket = connect,
): Promise<{ outcome: string; socket: Socket | null }> {
  return new Promise((resolve) => {
    const done = (outcome: string, socket: Socket | null) => {
      const { lookup, ...shown } = options;
      lab.note(`connect(${JSON.stringify(shown)}${lookup ? " with a lookup of its own" : ""}): ${outcome}`);
      resolve({ outcome, socket });
    };
    try {
      const socket = make(options);
      lab.onEnd(() => socket.destroy());
      socket.once("connect", () => done("OK", socket));
      socket.on("error", (error) => done(errorName(error), null));
    } catch (error) {
      done(errorName(error), null);
    }
  });
}

/** The descriptor behind a Server or Socket; Node.js does not document it, so only the lab looks. */
export function descriptorOf(owner: object): number {
  const handle = (owner as { _handle?: { fd?: number } })._handle;
  if (handle?.fd !== undefined) return handle.fd;
  // A dgram Socket keeps its handle under a symbol.
  for (const symbol of Object.getOwnPropertySymbols(owner)) {
    const state = (owner as Record<symbol, { handle?: { fd?: number } } | undefined>)[symbol];
    if (state?.handle?.fd !== undefined) return state.handle.fd;
  }
  return -1;
}

export function errorName(error: unknown): string {
  const { code, syscall, name } = error as NodeJS.ErrnoException;
  return syscall === undefined ? (code ?? name) : `${syscall} ${code}`;
}

/** Calls it and gives the code of what it throws, or "OK". */
export function thrown(action: () => unknown): string {
  try {
    action();
    return "OK";
  } catch (error) {
    return errorName(error);
  }
}

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a program to its end, at most 60 seconds. */
export function run(lab: Lab, file: string, args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(file, [...args], { timeout: 60_000 }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === "number" ? error.code : null;
      lab.note(`${file.slice(file.lastIndexOf("/") + 1)}: exit code ${code}, ${stdout.trim()}`);
      resolve({ code, stdout, stderr });
    });
  });
}

/** Runs JavaScript in another process of this Node.js and gives what it printed, trimmed. */
export async function runScript(lab: Lab, source: string): Promise<string> {
  const { stdout, stderr } = await run(lab, process.execPath, ["--no-warnings", "-e", source]);
  return stdout.trim() || stderr.trim().split("\n").at(-1) || "";
}
