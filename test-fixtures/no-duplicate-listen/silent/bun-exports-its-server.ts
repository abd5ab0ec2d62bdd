const server = Bun.serve({ port: 3000, fetch: () => new Response("hi") });
//                 ^^^^^ require-reuse-option noPolicy
console.log(server.port);

export default server;
