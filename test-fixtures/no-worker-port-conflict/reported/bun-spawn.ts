import { spawn } from "bun";

if (process.env.BUN_WORKER !== "1") {
  const children = [];
  for (let i = 0; i < navigator.hardwareConcurrency; i++) {
    children.push(
      spawn(["bun", import.meta.path], {
        env: { ...process.env, BUN_WORKER: "1" },
        stdio: ["inherit", "inherit", "inherit"],
      }),
    );
  }
  process.on("SIGINT", () => children.forEach((c) => c.kill()));
} else {
  Bun.serve({
  //  ^^^^^ no-worker-port-conflict processes
    port: 3000,
    fetch: () => new Response(`served by ${process.pid}`),
  });
}
