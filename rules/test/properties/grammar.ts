import fc from "fast-check";
import { unmarked, type Marked } from "./marks.ts";
import { connects } from "./connects.ts";
import { datagrams } from "./datagrams.ts";
import type { Import } from "./modules.ts";
import { listens } from "./listens.ts";
import { receivers, servers } from "./servers.ts";

/** A program of one file whose findings are known from how it was made. */
export interface Program {
  /** The statements of the module, imports first; where they stand among others does not matter, their order does. */
  statements: Marked[];
  path: string;
}

/** Names for what the program keeps: none of them means anything to the rules. */
const NAMES = ["server", "srv", "httpd", "gateway", "a", "$it", "_inner", "übergang"];

/** A condition that nobody sees: it may ask where `reusePort` exists, so nothing is said of its platforms. */
const CONDITION = "if (settings.enabled)";

/** What surrounds the call without taking anything from it. */
const around: readonly ((call: string) => string[])[] = [
  (call) => [call],
  (call) => [`function main() {\n  ${call}\n}`, "main();"],
  (call) => [`async function main() {\n  await settings.ready;\n  ${call}\n}`, "main().catch(console.error);"],
  (call) => [`const main = () => {\n  ${call}\n};`, "main();"],
  (call) => [`setTimeout(() => {\n  ${call}\n}, 10);`],
  (call) => [`{\n  ${call}\n}`],
  (call) => [`settings.connect().then(() => {\n  ${call}\n});`],
  (call) => [`${CONDITION} {\n  ${call}\n}`],
  (call) => [`for (const each of [settings.first]) {\n  console.log(each);\n}`, call],
  (call) => [`label: {\n  ${call}\n}`],
];

/** Statements that have nothing to do with it, and look as if they had. */
const NOISE = [
  "// server.listen(3000);",
  "/* app.listen({ port: 80, reusePort: true }) */",
  'console.log("server.listen(3000)");',
  "const text = `listen(${settings.port})`;",
  "const pattern = /listen\\(3000\\)/u;",
  "class Bus {\n  listen(topic, handler) {\n    this.topics = { [topic]: handler };\n  }\n}",
  'new EventTarget().addEventListener("listening", console.log);',
  "export const version = 3000;",
  "const later = (port) => port + 1;",
  "function localAddress() {\n  return { localAddress: settings.address };\n}",
  'emitter.emit("listening", 8080);',
  "delete settings.unused;",
];

export const noise: fc.Arbitrary<string[]> = fc.uniqueArray(fc.constantFrom(...NOISE), { maxLength: 4 });

const given = "const settings = globalThis.readSettings();";

/** The program of a file, with noise and under another name for what it keeps. */
function program(from: Import, others: readonly string[], own: readonly Marked[], name: string): Program {
  const top = from.commonJs ? others.map((each) => each.replace(/^export /, "")) : others;
  const guarded = own.some((each) => each.includes(CONDITION));
  const statements = [...from.lines, given, ...top, ...own];
  return {
    statements: statements
      .map((each) => (guarded ? unmarked("no-unguarded-reuse-port", each) : each))
      .map((each) => each.replaceAll(/\bserver\b(?!\.listen\(3000\))/g, () => name)),
    path: from.typescript ? "app.ts" : from.commonJs ? "app.cjs" : "app.mjs",
  };
}

const wrapped = fc.constantFrom(...around);
const names = fc.constantFrom(...NAMES);

/** The same around a call that awaits: in a function of its own where there is none. */
function awaiting(wrap: (call: string) => string[]): (call: string) => string[] {
  return (call) => {
    const [head = "", ...rest] = wrap(call);
    const asynchronous = head.replace(/(?<!async )(function main|\(\) => \{\n)/, "async $1");
    return /async (?:function main|\(\) => \{\n)/.test(asynchronous)
      ? [asynchronous, ...rest]
      : [["async function run() {", head, ...rest, "}"].join("\n"), "run();"];
  };
}

const listening: fc.Arbitrary<Program> = servers.chain((server) =>
  fc
    .tuple(listens(server), receivers("server"), wrapped, noise, names)
    .map(([listen, receiver, wrap, others, name]) => {
      const { before, at, inside } = receiver(server.make(listen.create));
      const call = `${at}.${listen.call};`;
      return program(
        server.from,
        others,
        [...listen.before, ...before, ...(inside ?? (at.includes("await") ? awaiting(wrap) : wrap))(call)],
        name,
      );
    }),
);

const connecting: fc.Arbitrary<Program> = fc
  .tuple(connects, wrapped, noise)
  .map(([{ from, before, call }, wrap, others]) => program(from, others, [...before, ...wrap(`${call};`)], "server"));

const receiving: fc.Arbitrary<Program> = fc
  .tuple(datagrams, wrapped, noise)
  .map(([{ from, statements }, wrap, others]) => program(from, others, wrap(statements.join("\n  ")), "server"));

/** Programs with one listen, one connection or one datagram socket. */
export const programs: fc.Arbitrary<Program> = fc.oneof(
  { arbitrary: listening, weight: 3 },
  { arbitrary: connecting, weight: 2 },
  { arbitrary: receiving, weight: 1 },
);
