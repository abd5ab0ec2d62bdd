/**
 * Runs a program under strace in a network namespace of its own and tells, socket
 * by socket, the calls that decide about ports, in the words of `renderSyscalls`.
 */
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** The calls made on one socket by one process, in order. */
export interface TracedSocket {
  /** 0 is the program itself, 1 its first child, and so on. */
  process: number;
  calls: string[];
}

// The process namespace is for the end: with its first process go all others.
const own = ["-rn", "--pid", "--fork", "--kill-child", "--mount-proc"];

/** What is missing for tracing, as a sentence, or null when everything is there. */
export async function cannotTrace(): Promise<string | null> {
  if (process.platform !== "linux") return `strace traces Linux only, and this is ${process.platform}`;
  const script = "mount --bind /etc/hosts /etc/hosts && ip link set lo up && strace -qq -f -e trace=none true";
  try {
    await run("unshare", [...own, "sh", "-c", script], { timeout: 10_000, killSignal: "SIGKILL" });
    return null;
  } catch (error) {
    const { stderr, message } = error as { stderr?: string; message: string };
    return `unshare, ip and strace are needed, in a system that allows them: ${(stderr || message).trim()}`;
  }
}

/**
 * Traces `command` with `source` as its program file and returns its sockets in the order of their first call.
 * Rejects when the program does not end by itself within 20 seconds or ends with an error.
 */
export async function traceSockets(command: readonly string[], source: string): Promise<TracedSocket[]> {
  const folder = await mkdtemp(join(tmpdir(), "portreuse-trace-"));
  try {
    const program = join(folder, "program.mjs");
    await writeFile(program, source);
    await mkdir(join(folder, "home"));
    const log = join(folder, "trace");
    const calls = "socket,setsockopt,bind,listen,connect,close,clone,clone3,fork,vfork";
    const strace = [
      "strace",
      "-ff",
      "-ttt",
      "-qq",
      "-s",
      "256",
      "-e",
      "signal=none",
      "-e",
      `trace=${calls}`,
      "-o",
      log,
    ];
    // A host name with addresses of both families, whatever the machine has.
    const hosts = join(folder, "hosts");
    await writeFile(hosts, "127.0.0.1 localhost\n::1 localhost\n");
    const inside = [
      "sh",
      "-c",
      `mount --bind "$1" /etc/hosts && shift && ip link set lo up && exec "$@"`,
      "sh",
      hosts,
      ...strace,
      "--",
      ...command,
      program,
    ];
    await run("unshare", [...own, ...inside], {
      cwd: folder,
      timeout: 20_000,
      killSignal: "SIGKILL",
      env: { PATH: process.env["PATH"], HOME: join(folder, "home"), DENO_NO_UPDATE_CHECK: "1", NO_COLOR: "1" },
    });
    const names = (await readdir(folder)).filter((name) => name.startsWith("trace."));
    const logs = await Promise.all(
      names.map(async (name) => ({
        thread: Number(name.slice("trace.".length)),
        text: await readFile(join(folder, name), "utf8"),
      })),
    );
    return socketsOf(logs);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Event {
  at: number;
  thread: number;
  name: string;
  args: string;
  result: number;
}

/** The sockets of a trace written by `strace -ff -ttt`: one log a thread. */
export function socketsOf(logs: readonly { thread: number; text: string }[]): TracedSocket[] {
  const events = logs
    .flatMap(({ thread, text }) => text.split("\n").flatMap((line) => eventOf(line, thread)))
    .sort((a, b) => a.at - b.at);

  // strace names threads; descriptors belong to processes. A thread made with
  // CLONE_THREAD is of its maker's process, any other clone starts a new one.
  const processes = new Map<number, number>();
  let count = 0;
  const first = events[0]?.thread;
  if (first !== undefined) processes.set(first, count++);
  for (const { thread, name, args, result } of events) {
    if (!/clone|fork/.test(name) || result <= 0) continue;
    const maker = processes.get(thread);
    if (maker !== undefined && args.includes("CLONE_THREAD")) processes.set(result, maker);
    else processes.set(result, count++);
  }

  const open = new Map<string, TracedSocket>();
  const sockets: TracedSocket[] = [];
  for (const { thread, name, args, result } of events) {
    const owner = processes.get(thread) ?? -1;
    const descriptor = `${owner}:${name === "socket" ? result : parseInt(args, 10)}`;
    if (name === "socket" || name === "close") open.delete(descriptor);
    const call = callOf(name, args);
    if (call === null) continue;
    let socket = open.get(descriptor);
    if (!socket) {
      socket = { process: owner, calls: [] };
      open.set(descriptor, socket);
      sockets.push(socket);
    }
    socket.calls.push(call);
  }
  return sockets;
}

function eventOf(line: string, thread: number): Event[] {
  const match = /^(\d+\.\d+) (\w+)\((.*)\) += (-?\d+)/.exec(line);
  if (!match) return [];
  const [, at, name, args, result] = match as unknown as [string, string, string, string, string];
  return [{ at: Number(at), thread, name, args, result: Number(result) }];
}

const told = new Set([
  "SO_REUSEADDR",
  "SO_REUSEPORT",
  "IPV6_V6ONLY",
  "IP_BIND_ADDRESS_NO_PORT",
  "IP_ADD_MEMBERSHIP",
  "IPV6_ADD_MEMBERSHIP",
  "IP_ADD_SOURCE_MEMBERSHIP",
]);

/** One call as `renderSyscalls` writes it, or null for a call that says nothing about ports. */
function callOf(name: string, args: string): string | null {
  switch (name) {
    case "socket": {
      const [family, type] = args.split(", ");
      return `socket(${family}, ${type?.replace(/\|SOCK_(CLOEXEC|NONBLOCK)/g, "")})`;
    }
    case "setsockopt": {
      const [, , option, value] = args.split(", ") as [string, string, string, string];
      if (!told.has(option)) return null;
      const group = /inet_(?:addr|pton)\((?:AF_INET6, )?"([^"]+)"/.exec(args)?.[1] ?? firstAddress(option, args);
      return `setsockopt(${option}, ${group ?? value.replace(/[[\]]/g, "")})`;
    }
    case "bind":
    case "connect":
      return `${name}(${addressOf(args)})`;
    case "listen":
      return `listen(${args.split(", ")[1]})`;
    default:
      return null;
  }
}

/** The group of a struct ip_mreq_source, which strace shows as bytes. */
function firstAddress(option: string, args: string): string | undefined {
  if (option !== "IP_ADD_SOURCE_MEMBERSHIP") return undefined;
  const text = /"((?:[^"\\]|\\.)*)"/.exec(args)?.[1] ?? "";
  const bytes = [...text.matchAll(/\\([0-7]{1,3})|\\([abtnvfr])|([^])/g)].map(([, octal, letter, plain]) =>
    octal !== undefined ? parseInt(octal, 8) : letter ? 7 + "abtnvfr".indexOf(letter) : plain?.charCodeAt(0),
  );
  return bytes.slice(0, 4).join(".");
}

function addressOf(args: string): string {
  const path = /sun_path="([^"]+)"/.exec(args)?.[1];
  if (path !== undefined) return path;
  const port = /sin6?_port=htons\((\d+)\)/.exec(args)?.[1] ?? "?";
  const v4 = /sin_addr=inet_addr\("([^"]+)"\)/.exec(args)?.[1];
  const v6 = /inet_pton\(AF_INET6, "([^"]+)"/.exec(args)?.[1];
  return v4 !== undefined ? `${v4}:${port}` : `[${v6 ?? "?"}]:${port}`;
}
