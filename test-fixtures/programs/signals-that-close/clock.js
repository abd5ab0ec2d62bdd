const Koa = require("koa");
const { closing } = require("./closing");

const server = new Koa().listen({ port: 8787, reusePort: false });
closing(server);
