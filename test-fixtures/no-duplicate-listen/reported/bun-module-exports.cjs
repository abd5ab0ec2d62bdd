// @fixture {"filename":"src/main.cjs","package":{"packageManager":"bun@1.4.5"}}
const app = { port: 3914, fetch: () => new Response("hello") };

Bun.serve(app);
//  ^^^^^ no-duplicate-listen bunExport
module.exports = app;
