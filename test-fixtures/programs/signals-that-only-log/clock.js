const Koa = require("koa");

const clock = new Koa();
clock.use((context) => {
  context.body = new Date().toISOString();
});
clock.listen(8787);
//    ^^^^^^ require-reuse-option noPolicy

const bye = () => console.log("bye");
process.on("SIGTERM", bye);
//      ^^ require-exit-on-signal logs
process.on("SIGINT", bye);
//      ^^ require-exit-on-signal logs
