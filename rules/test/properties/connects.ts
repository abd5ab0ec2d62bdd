import fc from "fast-check";
import { mark, type Marked } from "./marks.ts";
import { builtin, type Import } from "./modules.ts";

/** A call that connects, with what it needs. */
export interface Connect {
  from: Import;
  before: Marked[];
  call: Marked;
}

interface Api {
  module: string;
  name: string;
  /** The call with the text of its options object. */
  call: (name: string, options: string) => string;
  /** The option with which it connects to a Unix socket. */
  ipc: "path" | "socketPath";
  /** Beside the options it says where it connects to. */
  target: string;
}

const request = (module: string, name: string): Api => ({
  module,
  name,
  call: (callee, options) => `${callee}(${options}).end()`,
  ipc: "socketPath",
  target: 'host: "example.com", port: 8443',
});
const socket = (module: string, name: string): Api => ({
  module,
  name,
  call: (callee, options) => `${callee}(${options}, () => {})`,
  ipc: "path",
  target: 'port: 5432, host: "10.0.0.1"',
});

const apis: readonly Api[] = [
  request("http", "request"),
  request("https", "get"),
  socket("net", "connect"),
  socket("net", "createConnection"),
  socket("tls", "connect"),
  { ...request("http", "Agent"), call: (callee, options) => `new ${callee}(${options})`, target: "maxSockets: 10" },
];

/** Local ends, and which rule reports which of their options. */
const ends: readonly { options: string[]; at?: number; rule?: string }[] = [
  { options: ['localAddress: "10.0.0.5"'], at: 0, rule: "no-bind-before-connect" },
  { options: ["localAddress: settings.address"], at: 0, rule: "no-bind-before-connect" },
  { options: ["localAddress: process.env.SOURCE"], at: 0, rule: "no-bind-before-connect" },
  { options: ["'localAddress': `10.0.0.${5}`"], at: 0, rule: "no-bind-before-connect" },
  { options: ['localAddress: "10.0.0.5"', "localPort: 0"], at: 0, rule: "no-bind-before-connect" },
  { options: ['localAddress: "10.0.0.5"', "localPort: 5000"], at: 1, rule: "no-fixed-local-port" },
  { options: ["localPort: 5000"], at: 0, rule: "no-fixed-local-port" },
  { options: ["localAddress: settings.address", "localPort: settings.port"] },
  { options: ["localAddress: undefined"] },
  { options: ["localAddress: null"] },
  { options: ["localPort: 0"] },
  { options: ["...settings"] },
];

/** Calls that connect, in every way of writing their options. */
export const connects: fc.Arbitrary<Connect> = fc.constantFrom(...apis).chain((api) =>
  fc
    .tuple(
      builtin(api.module, api.name),
      fc.constantFrom(...ends),
      fc.constantFrom("literal", "variable", "spread", "assigned", "ipc" as const),
    )
    .map(([from, { options, at, rule }, form]) => {
      const marked = options.map((each, i) => (i === at && rule ? mark(rule, each) : each));
      const literal = (own: readonly string[], target = api.target) => `{ ${[target, ...own].join(", ")} }`;
      const call = (given: string) => api.call(from.name, given);
      switch (form) {
        case "variable":
          return { from, before: [`const where = ${literal(marked)};`], call: call("where") };
        case "spread":
          return {
            from,
            before: [`const local = { ${marked.join(", ")} };`],
            call: call(`{ ${api.target}, ...local }`).replace("...local", () => "...local"),
          };
        case "ipc":
          // A fixed local port is as wrong as it is without use: nobody writes it beside a path.
          return {
            from,
            before: [],
            call: call(
              literal(
                options.filter((each) => !/^localPort/.test(each)),
                `${api.ipc}: "/run/db.sock"`,
              ),
            ),
          };
        case "assigned":
          return {
            from,
            before: [
              `const where = { ${api.target} };`,
              ...options.map((each, i) => {
                const [, name = "", value = ""] = /^'?(\w+)'?: (.*)$/.exec(each) ?? [];
                if (name === "") return "Object.assign(where, settings);";
                const left = `where.${name}`;
                return `${i === at && rule ? mark(rule, left) : left} = ${value};`;
              }),
            ],
            call: call("where"),
          };
        default:
          return { from, before: [], call: call(literal(marked)) };
      }
    }),
);
