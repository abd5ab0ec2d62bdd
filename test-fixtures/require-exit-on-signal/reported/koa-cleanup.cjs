const Koa = require("koa");

const app = new Koa();
app.listen({ port: 8888, reusePort: false });

function cleanup() {
  console.log("Closing...");
}
process.on("SIGINT", cleanup);
//      ^^ require-exit-on-signal logs
process.on("SIGTERM", cleanup);
//      ^^ require-exit-on-signal logs
