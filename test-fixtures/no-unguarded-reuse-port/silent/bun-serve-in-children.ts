const count = navigator.hardwareConcurrency;

if (process.env.CHILD !== "1") {
  for (let i = 0; i < count; i++) {
    Bun.spawn(["bun", import.meta.path], { env: { ...process.env, CHILD: "1" } });
  }
} else {
  Bun.serve({ port: 3000, reusePort: true, fetch: () => new Response("ok") });
}
