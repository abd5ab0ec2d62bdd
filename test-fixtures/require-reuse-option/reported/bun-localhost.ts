// `localhost` has an address of either family: where one is taken, Bun takes the other.
Bun.serve({ port: 3000, hostname: "localhost", fetch: () => new Response("ok") });
//  ^^^^^ require-reuse-option noPolicyOnName
