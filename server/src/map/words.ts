import { printable } from "../../../rules/src/printable.ts";
import type { LaunchCount, LaunchKind } from "../../../rules/src/program/launches/index.ts";
import type { Listen, ListenHost, ListenPort, PortMap, Sharing, Start } from "./model.ts";

export const SHARING_WORDS: Readonly<Record<Sharing, string>> = {
  none: "no",
  reusePort: "reusePort",
  "reusePort-on-linux": "on Linux",
  reuseAddr: "reuseAddr",
  workers: "workers",
  maybe: "maybe",
  unknown: "?",
};

const NOUNS: Readonly<Record<LaunchKind, readonly [one: string, many: string]>> = {
  cluster: ["cluster worker", "cluster workers"],
  thread: ["thread", "threads"],
  process: ["process", "processes"],
  "pm2-cluster": ["pm2 cluster worker", "pm2 cluster workers"],
  "pm2-fork": ["pm2 process", "pm2 processes"],
  "deno-serve": ["thread of deno serve", "threads of deno serve"],
  unknown: ["worker or process", "workers or processes"],
};

/** "4 threads", "several cluster workers", "threads" where nobody can say how many. */
export function startWords({ kind, count }: { kind: LaunchKind; count: LaunchCount }): string {
  const [one, many] = NOUNS[kind];
  if (count === "many") return `several ${many}`;
  return count === "unknown" ? many : `${count} ${count === 1 ? one : many}`;
}

/** "4 threads, started in src/pool.js:2". `shown`: how a place is written. */
export function startedWords(start: Start, shown: (at: NonNullable<Start["at"]>) => string): string {
  const maybe = start.proven ? "" : "maybe ";
  const where = start.at === null ? "as the settings state" : `started in ${shown(start.at)}`;
  return `${maybe}${startWords(start)}, ${where}`;
}

/** "3000", "5353/udp", "3000 or $PORT", "config.port", "free port"; "?" where nothing is known. */
export function portWords({ port: { kind, number, text }, transport }: Pick<Listen, "port" | "transport">): string {
  const suffix = transport === "udp" ? "/udp" : "";
  if (kind === "ephemeral") return `free port${suffix}`;
  if (kind === "path") return printable(text ?? "Unix socket");
  if (kind === "constant") return `${number}${suffix}`;
  const names = [...new Set([...(text ?? "").matchAll(ENVIRONMENT)].map(([, name]) => `$${name}`))].join(", ");
  if (names !== "") return number === null ? `${names}${suffix}` : `${number}${suffix} or ${names}`;
  const written = text === null ? "" : printable(text);
  // A name alone: what it is by default stands elsewhere, in what a caller gives.
  const known = number === null || written.includes(String(number)) ? "" : String(number);
  return `${[known, written].filter((each) => each !== "").join(" or ") || "?"}${suffix}`;
}

/** `process.env.PORT`, `env["PORT"]`, `Deno.env.get("PORT")`. */
const ENVIRONMENT = /\benv(?:\??\.(?:get\(["'])?|\[["'])(\w+)/g;

/** "[::]", "127.0.0.1", "config.host"; "?" where nothing is known. */
export function hostWords({ address, text }: ListenHost, port: ListenPort): string {
  if (port.kind === "path") return "";
  if (address === null) return printable(text ?? "?");
  return printable(address.includes(":") ? `[${address}]` : address);
}

/** How many ports are named in a sentence. */
const NAMED = 8;

/** The answer in a sentence: "1 conflict: 2 listens in 1 file open ports 3000 and 5353/udp." */
export function summaryWords({ listens, files }: PortMap): string {
  if (files === 0) return "No JavaScript or TypeScript files, so no listens.";
  if (listens.length === 0) return `No listens in ${plural(files, "file")}.`;
  const where = plural(new Set(listens.map(({ at }) => at.path)).size, "file");
  const conflicts = conflictCount({ listens });
  const verb = listens.length === 1 ? "opens" : "open";
  const all = `${plural(listens.length, "listen")} in ${where} ${verb} ${opened(listens)}`;
  return conflicts === 0 ? `${all}; no conflicts.` : `${plural(conflicts, "conflict")}: ${all}.`;
}

export function conflictCount({ listens }: Pick<PortMap, "listens">): number {
  return listens.reduce((sum, { conflicts }) => sum + conflicts.length, 0);
}

function opened(listens: readonly Listen[]): string {
  const numbers = new Set(
    listens.flatMap(({ port, transport }) =>
      port.number === null ? [] : [`${port.number}${transport === "udp" ? "/udp" : ""}`],
    ),
  );
  const count = (...kinds: ListenPort["kind"][]) => listens.filter(({ port }) => kinds.includes(port.kind)).length;
  const parts = [
    ...(numbers.size === 0
      ? []
      : numbers.size > NAMED
        ? [`${numbers.size} ports`]
        : [`${numbers.size === 1 ? "port" : "ports"} ${list([...numbers])}`]),
    ...some(count("configured", "unknown"), "port that is not constant", "ports that are not constant"),
    ...some(count("ephemeral"), "free port", "free ports"),
    ...some(count("path"), "Unix socket", "Unix sockets"),
  ];
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

function some(count: number, one: string, many: string): string[] {
  return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
}

function list(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

export function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
