// A server is no handler: Bun leaves it alone.
const server = Bun.serve({ port: 3000, fetch: () => new Response("pong") });
//                 ^^^^^ require-reuse-option noPolicy
export default server;
