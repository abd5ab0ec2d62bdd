import fc from "fast-check";
import { builtin, named, whole, type Import } from "./modules.ts";

/** Something with a `listen`, and what its API does with the options. */
export interface Server {
  from: Import;
  /** The expression that makes it; `options` are the ones of the constructor, where it takes any. */
  make: (options: string) => string;
  method: "listen" | "start";
  /** It takes positional arguments: a port, a host, a callback. */
  positional: boolean;
  /** Its constructor ignores `reusePort`, and that is reported. */
  ignoresOnCreate: boolean;
}

const node = (module: string): fc.Arbitrary<Server> =>
  builtin(module, "createServer").map((from) => ({
    from,
    make: (options) => `${from.name}(${options})`,
    method: "listen",
    positional: true,
    ignoresOnCreate: true,
  }));

const framework = (
  from: fc.Arbitrary<Import>,
  make: (name: string) => string,
  more: Partial<Server> = {},
): fc.Arbitrary<Server> =>
  from.map((way) => ({
    from: way,
    make: () => make(way.name),
    method: "listen",
    positional: true,
    ignoresOnCreate: false,
    ...more,
  }));

const called = (name: string) => `${name}()`;
const constructed = (name: string) => `new ${name}()`;

/** Servers that hand their options to the socket. */
export const servers: fc.Arbitrary<Server> = fc.oneof(
  node("net"),
  node("http"),
  node("https"),
  node("tls"),
  node("http2"),
  framework(whole("express"), called),
  framework(whole("connect"), called),
  framework(whole("koa"), constructed),
  framework(whole("polka"), called),
  framework(whole("restana"), called, { method: "start" }),
  framework(named("restify", "createServer"), called),
  framework(whole("fastify"), called, { positional: false }),
);

/** Where a server is kept, and how the code gets at it again. */
export type Receiver = (make: string) => { before: string[]; at: string; inside?: (call: string) => string[] };

/** `name` stands for the variable, so that a program can be renamed. */
export function receivers(name: string): fc.Arbitrary<Receiver> {
  return fc.constantFrom<Receiver[]>(
    (make) => ({ before: [], at: make }),
    (make) => ({ before: [`const ${name} = ${make};`], at: name }),
    (make) => ({ before: [`let ${name};`, `${name} = ${make};`], at: name }),
    (make) => ({ before: [`const first = ${make};`, `const ${name} = first;`], at: name }),
    (make) => ({ before: [`const parts = { ${name}: ${make} };`], at: `parts.${name}` }),
    (make) => ({ before: [`const parts = { ${name}: ${make} };`, `const { ${name} } = parts;`], at: name }),
    (make) => ({ before: [`function build() {\n  return ${make};\n}`], at: "build()" }),
    (make) => ({ before: [`const build = () => ${make};`, `const ${name} = build();`], at: name }),
    (make) => ({ before: [`async function build() {\n  return ${make};\n}`], at: "(await build())" }),
    (make) => ({
      before: [],
      at: `this.${name}`,
      inside: (call) => [
        `class Service {\n  ${name} = ${make};\n  run() {\n    ${call}\n  }\n}`,
        "new Service().run();",
      ],
    }),
    (make) => ({
      before: [],
      at: `this.#${name}`,
      inside: (call) => [
        `class Service {\n  #${name};\n  constructor() {\n    this.#${name} = ${make};\n  }\n  run() {\n    ${call}\n  }\n}`,
        "new Service().run();",
      ],
    }),
    (make) => ({
      before: [],
      at: name,
      inside: (call) => [`function run(${name}) {\n  ${call}\n}`, `run(${make});`],
    }),
  );
}
