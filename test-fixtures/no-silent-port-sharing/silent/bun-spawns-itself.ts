import { spawn } from "bun";

Bun.serve({ port: 3000, reusePort: true, fetch: () => new Response(`${process.pid}`) });

if (!process.env.SECONDARY) {
  spawn([process.execPath, import.meta.path], { env: { ...process.env, SECONDARY: "1" } });
}
