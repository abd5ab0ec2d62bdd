import { listen } from "./net.ts";
import type { Package } from "./types.ts";

/** On Bun, Elysia starts Bun.serve with reusePort: true unless the options say otherwise; its Node adapter does not. */
const elysia: Package = {
  name: "elysia",
  modules: ["elysia"],
  triggers: [".listen"],
  docs: "https://elysiajs.com/patterns/configuration",
  entries: {
    elysia: { alias: "elysia.Elysia" },
    "elysia.Elysia": {
      type: true,
      returns: "elysia.Elysia",
      does: { op: "create", transport: "tcp", forms: [["settings"]], newOnly: true },
    },
    "elysia.Elysia#listen": {
      returns: "this",
      does: {
        ...listen,
        spelled: { host: "hostname" },
        reusePort: "default",
        sharing: {
          exclusive: { option: "reusePort", equals: false, onListen: true, onCreate: "serve.reusePort" },
          except: { created: "adapter", modules: ["@elysiajs/node"], runtimes: ["deno"] },
        },
        endsIn: { bun: "bun.serve" },
      },
    },
    ...Object.fromEntries(
      [
        "use",
        "get",
        "post",
        "put",
        "patch",
        "delete",
        "all",
        "ws",
        "group",
        "guard",
        "state",
        "decorate",
        "derive",
        "resolve",
        "model",
        "onError",
        "onRequest",
        "onBeforeHandle",
        "onAfterHandle",
        "onStart",
        "onStop",
        "mount",
        "trace",
      ].map((name) => [`elysia.Elysia#${name}`, { returns: "this" }]),
    ),
  },
};
export default elysia;
