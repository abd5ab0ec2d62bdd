/** Each kind of server in a cluster worker, with the options that decide who binds. */
import { clustered } from "./clusters.ts";
import {
  byName,
  literal,
  loopback,
  named,
  servers,
  tcpListen,
  three,
  yes,
  type Options,
  type RuntimeProgram,
} from "./program.ts";

const shapes: readonly (readonly [name: string, options: Options])[] = [
  ["on a port", { port: three, host: loopback }],
  ["with exclusive", { port: three, host: loopback, exclusive: yes }],
  ["with reusePort", { port: three, host: loopback, reusePort: yes }],
  ["on port 0", { port: { known: 0 }, host: loopback }],
  ["on localhost", { port: three, ...byName }],
];

function ofNode(name: string, [module, create, api]: (typeof servers)[number], options: Options): RuntimeProgram {
  const act = `m.${create}.listen(${literal(options)}, end);`;
  return clustered(`cluster ${api} ${name}`, act, { api, ...tcpListen, ...options }, `import m from "node:${module}";`);
}

/** An API of Bun or Deno, which ends once the call has returned. */
function native(runtime: "bun" | "deno", method: string, name: string, rest: string, options: Options) {
  const [space, api] = [runtime === "bun" ? "Bun" : "Deno", `${runtime}.${method}`];
  const act = `{ ${space}.${method}({ ...${literal(options, named)}, ${rest} }${rest.includes("onListen") ? ', () => new Response("")' : ""}); end(); }`;
  return clustered(`cluster ${space}.${method} ${name}`, act, { api, ...tcpListen, ...options }, "", [runtime]);
}

export const clusterServers: readonly RuntimeProgram[] = shapes.flatMap(([name, options]) => [
  ...servers.map((server) => ofNode(name, server, options)),
  native("bun", "serve", name, `fetch: () => new Response("")`, options),
  native("bun", "listen", name, "socket: { data() {} }", options),
  ...(options.exclusive === undefined
    ? [native("deno", "serve", name, "onListen() {}", options), native("deno", "listen", name, "", options)]
    : []),
]);
