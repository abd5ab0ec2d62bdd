const server = Bun.serve({ port: 99999, fetch: () => new Response("hi") });
//                         ^^^^^^^^^^^ valid-listen-arguments constant
console.log(server.url.href);
