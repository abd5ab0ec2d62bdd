// @fixture {"filename":"server/plugins/socket.ts","package":{"dependencies":{"nuxt":"^3.14.0"}}}
import { createServer } from "node:http";
import { defineNitroPlugin } from "nitropack/runtime";

export default defineNitroPlugin((nitroApp) => {
  nitroApp.hooks.hook("request", () => {
    if (process.env.DEBUG) createServer().listen({ port: 3001, reusePort: false });
  });
});
