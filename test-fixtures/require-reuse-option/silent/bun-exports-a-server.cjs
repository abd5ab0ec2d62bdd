// @fixture {"filename":"src/main.cjs","package":{"packageManager":"bun@1.4.5"}}
module.exports = Bun.serve({ port: 3913, reusePort: false, fetch: () => new Response("hello") });
