import { listen } from "./http.ts";
import type { Package } from "./types.ts";

const fastify: Package = {
  name: "fastify",
  modules: ["fastify"],
  triggers: [".listen"],
  docs: "https://fastify.dev/docs/latest/Reference/Server/#listen",
  entries: {
    fastify: { returns: "fastify.FastifyInstance" },
    "fastify.fastify": { returns: "fastify.FastifyInstance" },
    "fastify.FastifyInstance": { type: true },
    "fastify.FastifyInstance#listen": {
      does: {
        ...listen,
        typingsRefuse: { module: "fastify", type: "FastifyListenOptions" },
        defaultHost: "localhost",
      },
    },
    "fastify.FastifyInstance#server": { property: "http.Server" },
    "fastify.FastifyInstance#withTypeProvider": { returns: "this" },
    ...Object.fromEntries(
      ["register", "get", "post", "put", "patch", "delete", "all", "route", "addHook", "decorate", "use"].map(
        (name) => [`fastify.FastifyInstance#${name}`, { returns: "this" }],
      ),
    ),
  },
};
export default fastify;
