export async function warmUp() {
  const server = Bun.serve({ port: 3000, reusePort: false, fetch: () => new Response("soon") });
  await fetch(server.url);
  await server.stop(true);
}
