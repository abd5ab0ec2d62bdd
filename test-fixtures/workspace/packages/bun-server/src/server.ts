// With its mistake: one process per CPU, and all of them want the port for themselves.
import { redirect } from "./links.ts";

if (process.env.LINKS_CHILD === undefined) {
  const children = [];
  for (let i = 0; i < 2; i++) {
    children.push(Bun.spawn(["bun", import.meta.path], { env: { ...process.env, LINKS_CHILD: String(i) }, stdio: ["ignore", "inherit", "inherit"] }));
  }
  process.once("SIGTERM", () => children.forEach((child) => child.kill()));
} else {
  const server = Bun.serve({ port: process.env.PORT ?? 18100, hostname: "127.0.0.1", fetch: redirect });
  console.log(`links on ${server.port}`);
}
