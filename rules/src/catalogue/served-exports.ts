/** What a runtime does with the default export of the file that it runs. */
export const servedExports = {
  runtime: "bun",
  /** The API that it gives the export to, once the module has run. */
  api: "bun.serve",
  /** The export is served where it has this method, and not this other one, which a server has that runs already. */
  method: "fetch",
  unless: "stop",
  /** Classes of applications that have the method and no port of their own. */
  applications: /^(?:hono\b.*\.Hono|@hono\/zod-openapi\.OpenAPIHono)$/,
  /** Packages whose applications these are. */
  modules: /["'`](?:hono(?:\/[\w-]+)?|@hono\/zod-openapi)["'`]/,
  /** Options that only somebody writes who means this API. */
  own: ["port", "hostname", "unix", "reusePort"],
  /** Handlers and packages of hosts that load such an export themselves; there the method takes more parameters as well. */
  elsewhere: {
    handlers: ["scheduled", "queue", "email", "tail"],
    packages: ["wrangler", "@cloudflare/workers-types", "@cloudflare/vite-plugin"],
    parameters: 3,
  },
} as const;
