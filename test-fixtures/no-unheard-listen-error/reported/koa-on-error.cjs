const Koa = require("koa");

const app = new Koa();
app.on("error", (err) => {
//  ^^ no-unheard-listen-error app
  if (err.code === "EADDRINUSE") {
    console.error("8888 is in use");
    process.exit(1);
  }
});
app.listen({ port: 8888, reusePort: false });
