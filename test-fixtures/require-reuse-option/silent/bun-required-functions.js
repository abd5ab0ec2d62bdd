// @fixture {"filename":"src/main.js","package":{"packageManager":"bun@1.4.5"}}
const base = "https://api.example.org";

const fetch = (path) => globalThis.fetch(base + path);
const post = (path, body) => globalThis.fetch(base + path, { method: "POST", body });

module.exports = { fetch, post };
