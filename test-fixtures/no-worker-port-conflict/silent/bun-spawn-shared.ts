import { spawn } from "bun";

if (process.env.CHILD) {
  Bun.serve({ port: 3000, reusePort: true, fetch: () => new Response(String(process.pid)) });
} else {
  for (let i = 0; i < 4; i++) spawn(["bun", import.meta.path], { env: { ...process.env, CHILD: "1" } });
}
