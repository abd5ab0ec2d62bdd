// @fixture {"package":{"packageManager":"bun@1.4.5"}}
const server = Bun.serve({
//                 ^^^^^ require-reuse-option noPolicy
  fetch(request) {
    return new Response(`hello from ${new URL(request.url).pathname}`);
  },
});

console.log(`running at ${server.url}`);
