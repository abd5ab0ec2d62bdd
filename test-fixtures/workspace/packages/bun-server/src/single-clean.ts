import { redirect } from "./links.ts";

const server = Bun.serve({ port: process.env.PORT ?? 18101, hostname: "127.0.0.1", reusePort: false, fetch: redirect });
console.log(`links on ${server.port}`);
