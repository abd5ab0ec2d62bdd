// @fixture {"package":{"devDependencies":{"@types/bun":"^1.4.0"}}}
export default {
  port: 8080,
  reusePort: false,
  fetch: () => new Response("ok"),
};
