import fc from "fast-check";
import { mark, type Marked } from "./marks.ts";
import type { Server } from "./servers.ts";

/** A call that listens, and what is reported of it. */
export interface Listen {
  /** Declarations that it needs. */
  before: Marked[];
  /** What the constructor is given. */
  create: Marked;
  /** The method with its arguments: `listen(3000)`. */
  call: Marked;
}

interface Policy {
  option: string;
  /** The rule that reports the option; the method where `where` says so. */
  rule?: string;
  /** It is silent on what is stated. */
  states: boolean;
}

const policies: readonly Policy[] = [
  { option: "", states: false },
  { option: "backlog: 10", states: false },
  { option: "reusePort: false", states: true },
  { option: "exclusive: true", states: true },
  { option: "exclusive: false", states: true },
  { option: "reusePort: true", rule: "no-unguarded-reuse-port", states: true },
  { option: "'reusePort': !0", rule: "no-unguarded-reuse-port", states: true },
  { option: 'reusePort: process.platform !== "win32"', rule: "no-unguarded-reuse-port", states: true },
  { option: 'reusePort: process.platform === "linux"', states: true },
  { option: "reusePort: settings.share", states: true },
  { option: 'reusePort: "yes"', rule: "no-ignored-socket-option", states: true },
];

const host = fc.constantFrom("", 'host: "127.0.0.1"', 'host: "::"', "host: settings.host");

interface Port {
  before: string[];
  value: string;
}

/** Ports that somebody fixes or configures: the expression, and what it needs. */
const port: fc.Arbitrary<Port> = fc.oneof(
  fc.integer({ min: 1025, max: 32_000 }).map((value) => ({ before: [], value: String(value) })),
  fc.integer({ min: 1025, max: 32_000 }).map((value) => ({ before: [`const PORT = ${value};`], value: "PORT" })),
  fc.constantFrom<Port[]>(
    { before: [], value: "process.env.PORT" },
    { before: [], value: "process.env.PORT || 3000" },
    { before: [], value: "Number(process.env.PORT ?? 8080)" },
    { before: ["const { PORT = 3000 } = process.env;"], value: "PORT" },
    { before: ['const port = parseInt(process.env.PORT || "3000", 10);'], value: "port" },
    { before: [], value: "settings.port" },
  ),
);

const reported = (method: string) => mark("require-reuse-option", method);

function inObject({ method }: Server): fc.Arbitrary<Listen> {
  return fc
    .tuple(port, fc.constantFrom(...policies), host, fc.constantFrom(0, 1, 2))
    .map(([given, policy, at, form]) => {
      const option = policy.rule ? mark(policy.rule, policy.option) : policy.option;
      const entries = [`port: ${given.value}`, at, option].filter((each) => each !== "");
      const object = `{ ${entries.join(", ")} }`;
      const name = policy.states ? method : reported(method);
      if (form === 1)
        return { before: [...given.before, `const where = ${object};`], create: "", call: `${name}(where)` };
      if (form === 2)
        return {
          before: [...given.before, `const where = { ${entries.slice(0, -1).join(", ") || "backlog: 5"} };`],
          create: "",
          call: `${name}({ ...where, ${entries.at(-1)} })`,
        };
      return { before: given.before, create: "", call: `${name}(${object})` };
    });
}

function positional({ method, ignoresOnCreate }: Server): fc.Arbitrary<Listen> {
  const rest = fc.constantFrom("", ', "0.0.0.0"', ", () => {}", ', "127.0.0.1", () => {}', ', "::", 128');
  return fc.oneof(
    fc.tuple(port, rest, fc.boolean()).map(([given, others, ignored]) => ({
      before: given.before,
      create: ignored && ignoresOnCreate ? `{ ${mark("no-ignored-socket-option", "reusePort: true")} }` : "",
      // What was meant is said once, where it has no effect.
      call: `${ignored && ignoresOnCreate ? method : reported(method)}(${given.value}${others})`,
    })),
    port.map((given) => ({
      before: given.before,
      create: "",
      call: `${method}(${given.value}, { ${mark("no-ignored-socket-option", "reusePort: true")} })`,
    })),
  );
}

/** Listens on a port that nobody chose, on no port, or with options that nobody sees: never reported. */
const silent: fc.Arbitrary<(method: string) => Listen> = fc
  .constantFrom(
    "0",
    "{ port: 0 }",
    "{ port: 0, host: '127.0.0.1' }",
    "'/run/app.sock'",
    "{ path: '/run/app.sock' }",
    "{ ...settings, port: 3000 }",
    "...settings.arguments",
    "settings.options",
    "{ fd: 3 }",
  )
  .map((given) => (method) => ({ before: [], create: "", call: `${method}(${given})` }));

const ignoredAt: fc.Arbitrary<(method: string) => Listen> = fc
  .constantFrom("port: 0", "path: '/run/app.sock'")
  .map((where) => (method) => ({
    before: [],
    create: "",
    call: `${method}({ ${where}, ${mark("no-ignored-socket-option", "reusePort: true")} })`,
  }));

/** Listens of a server, with what is reported. */
export function listens(server: Server): fc.Arbitrary<Listen> {
  const one = (all: fc.Arbitrary<(method: string) => Listen>) => all.map((make) => make(server.method));
  const objects = [inObject(server), one(ignoredAt)];
  return server.positional ? fc.oneof(...objects, positional(server), one(silent)) : fc.oneof(...objects);
}
