// @fixture {"filename":"src/main.ts","package":{"packageManager":"bun@1.4.5"}}
const app = { hostname: "0.0.0.0", port: 3912, fetch: () => new Response("hello") };
export = app;
// @1:7 require-reuse-option noPolicy
