// @fixture {"filename":"src/main.js","package":{"packageManager":"bun@1.4.5"}}
// Run by Bun 1.4.5: it serves this.
module.exports = {
// @1:15 require-reuse-option noPolicy
  port: 3911,
  fetch: () => new Response("hello"),
};
