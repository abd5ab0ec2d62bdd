import type { Port, PortState, Transport } from "../ports/port.ts";
import { readPort, thisMachine, type PortSource } from "../ports/read-port.ts";
import { portSentence } from "../ports/words.ts";
import { quoted } from "../nearest.ts";
import { COMMON, oneWord, orProblem, readOptions } from "./options.ts";
import { say, type Streams } from "./streams.ts";

const OPTIONS = {
  format: { type: "string", short: "f", takes: "a name: text, json" },
  ...COMMON,
} as const;

/**
 * `portreuse who 3000 5353/udp`: says who holds ports on this machine.
 * `wrong`: see `main`; it also takes what cannot be answered.
 * @returns 0; 2 where no port was given
 */
export function whoCommand(
  args: readonly string[],
  streams: Streams,
  _cwd: string,
  wrong: string[],
  source: PortSource | null = thisMachine(),
): number {
  const { values, positionals } = readOptions(args, OPTIONS, "who", wrong);
  const format = orProblem(() => oneWord("format", values.format ?? "text", ["text", "json"]), wrong);
  const { ports, problems } = portsOf(positionals);
  wrong.push(...problems);
  if (ports.length === 0) {
    if (problems.length === 0) wrong.push("Missing port; portreuse who 3000.");
    return 2;
  }
  const states = source === null ? [] : ports.flatMap((port) => statesOf(port, source));
  if (states.length < ports.length)
    wrong.push(
      "who holds a port cannot be known here: it is read from /proc/net and /proc/PID/fd, which Linux alone has.",
    );
  if (format === "json") say(streams, `${JSON.stringify(states.map(toJson), null, 2)}\n`);
  else say(streams, states.map((state) => text(state, new Date())).join(""));
  return 0;
}

/** A port of which nobody has said the transport is one of TCP, and of UDP as well where a datagram socket has it. */
function statesOf({ isPlain, ...port }: AskedPort, source: PortSource): PortState[] {
  const state = readPort(port, source);
  if (!state) return [];
  const datagrams = isPlain ? readPort({ ...port, transport: "udp" }, source) : null;
  return datagrams && datagrams.state !== "free" ? [state, datagrams] : [state];
}

interface AskedPort extends Port {
  /** Nobody has said whether TCP or UDP. */
  isPlain: boolean;
}

/** `3000`, `:3000` as lsof takes it, `5353/udp`, or `udp` before the ports that are meant. */
function portsOf(words: readonly string[]): { ports: AskedPort[]; problems: string[] } {
  const ports: AskedPort[] = [];
  const problems: string[] = [];
  let transport: Transport | null = null;
  for (const word of words) {
    const [, digits = "", own] = /^:?(\d+)(?:\/(tcp|udp))?$/i.exec(word) ?? [];
    const number = Number(digits);
    if (/^(?:tcp|udp)$/i.test(word)) transport = word.toLowerCase() as Transport;
    else if (digits !== "" && number >= 1 && number <= 65_535)
      ports.push(asked(number, (own?.toLowerCase() as Transport | undefined) ?? transport));
    else problems.push(`Invalid port ${quoted(word)}; expected 1 to 65535, as in 3000 or 5353/udp.`);
  }
  return { ports, problems };
}

function asked(number: number, transport: Transport | null): AskedPort {
  return { number, transport: transport ?? "tcp", isPlain: transport === null };
}

/** A sentence, and a line with the working directory of each process. */
function text(state: PortState, today: Date): string {
  const sentence = portSentence(state, today).replaceAll("`", "");
  const folders = state.holders.flatMap(({ pid, directory }) =>
    directory === null ? [] : [`  pid ${pid} runs in ${directory}\n`],
  );
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}\n${folders.join("")}`;
}

/** As it is, with the port's number called port. */
function toJson({ number, ...state }: PortState): object {
  return { port: number, ...state };
}
