import type { Operation, Package } from "./types.ts";

/** Node: `server.listen({ port, exclusive: !reusePort, reusePort })`; Bun and Deno get the option as it is. */
const serve: Operation = {
  op: "listen",
  transport: "tcp",
  forms: [["options"]],
  spelled: { host: "hostname" },
  defaultPort: 3000,
  reusePort: "forwarded",
  flagValue: "truthy",
  noExclusive: true,
  endsIn: { node: "http.Server#listen", bun: "bun.serve", deno: "deno.serve" },
};

const srvx: Package = {
  name: "srvx, h3",
  modules: ["srvx", "srvx/node", "srvx/bun", "srvx/deno", "h3"],
  triggers: ['"srvx"', '"srvx/node"', '"srvx/bun"', '"srvx/deno"', '"h3"'],
  docs: "https://srvx.h3.dev/guide/options",
  entries: {
    ...Object.fromEntries(
      ["srvx", "srvx/node", "srvx/bun", "srvx/deno"].map((name) => [`${name}.serve`, { does: serve }]),
    ),
    "h3.serve": { does: { ...serve, forms: [["other", "options"], ["other"]] } },
  },
};
export default srvx;
