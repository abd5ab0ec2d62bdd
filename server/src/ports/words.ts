import type { Holder, PortState, Transport } from "./port.ts";

/** How many processes are named before the rest is counted. */
const NAMED = 3;
const WILDCARDS = new Set(["0.0.0.0", "::"]);

/** "port 3000", "UDP port 5353". */
function portName({ number, transport }: { number: number; transport: Transport }): string {
  return `${transport === "udp" ? "UDP port" : "port"} ${number}`;
}

/**
 * One sentence, with names as Markdown code: "port 3000 is held by `node` (pid 4711, `src/index.ts`, started 12:04), yours."
 * `today`: what is left of a date that was today is the time.
 */
export function portSentence(state: PortState, today: Date): string {
  const { holders, unknownOwners, connections, timeWait } = state;
  const waiting =
    timeWait === 0 ? [] : [`${count(timeWait, "connection")} ${timeWait === 1 ? "is" : "are"} in TIME_WAIT`];
  const name = portName(state);
  if (state.state === "free") return `${[`${name} is free`, ...waiting].join("; ")}.`;
  const named = holders.slice(0, NAMED).map((each) => holderWords(each, today));
  const more = holders.length - named.length;
  const unknown = unknownOwners.length === 0 ? [] : [unknownWords(state)];
  const who = [...named, ...(more > 0 ? [`${more} more`] : []), ...unknown].join(", and by ");
  if (state.state === "connected")
    return `${[`nothing listens on ${name}, but ${count(connections, "connection")} ${connections === 1 ? "has" : "have"} it as local port${who === "" ? "" : `, held by ${who}`}`, ...waiting].join("; ")}.`;
  return `${[`${name} is held by ${who}`, ...waiting].join("; ")}.`;
}

function holderWords({ program, pid, script, started, uid, yours, addresses }: Holder, today: Date): string {
  const about = [
    `pid ${pid}`,
    ...(script === null ? [] : [`\`${script}\``]),
    ...(started === null ? [] : [`started ${time(started, today)}`]),
  ];
  const at = addresses.some((each) => WILDCARDS.has(each)) ? "" : ` on ${addresses.join(" and ")}`;
  const whose = yours ? ", yours" : uid === null ? "" : `, of ${userWords(uid)}`;
  return `\`${program}\` (${about.join(", ")})${at}${whose}`;
}

function unknownWords({ holders, unknownOwners }: PortState): string {
  const whose = unknownOwners.map(userWords).join(" and ");
  return holders.length === 0
    ? `a process of ${whose} (the owner was not determined)`
    : `another process of ${whose} that was not determined`;
}

function userWords(uid: number): string {
  return uid === 0 ? "root" : `user ${uid}`;
}

/** "12:04" of today, "2026-11-24 12:04" of another day; in local time. */
function time(date: Date, today: Date): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const clock = `${two(date.getHours())}:${two(date.getMinutes())}`;
  return date.toDateString() === today.toDateString()
    ? clock
    : `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${clock}`;
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}
