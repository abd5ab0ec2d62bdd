Bun.serve({ port: 9090, reusePort: false, fetch: () => new Response("up 1") });
