import { listen } from "./http.ts";
import type { Operation, Package } from "./types.ts";

/** `start(...args)` hands its arguments to the `listen` of an http.Server. */
const start: Operation = { ...listen, defaultPort: 3000, typingsRefuse: true, again: "throws" };

const restana: Package = {
  name: "restana",
  modules: ["restana"],
  triggers: ['"restana"'],
  docs: "https://github.com/BackendStack21/restana",
  entries: {
    restana: { returns: "restana.Service" },
    "restana.Service": { type: true },
    "restana.Service#start": { does: start },
    "restana.Service#getServer": { returns: "http.Server" },
    ...Object.fromEntries(
      ["use", "get", "post", "put", "patch", "delete", "all"].map((name) => [
        `restana.Service#${name}`,
        { returns: "this" },
      ]),
    ),
  },
};
export default restana;
