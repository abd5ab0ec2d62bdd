const Koa = require("koa");

const app = new Koa();
app.use((ctx) => {
  ctx.body = "ok";
});
app.listen(4701);
//  ^^^^^^ require-reuse-option noPolicy

new Koa().use(async (ctx, next) => next()).listen({ port: 4702 }, () => console.log("up"));
//                                         ^^^^^^ require-reuse-option noPolicy
new Koa({ proxy: true }).listen(4703, "127.0.0.1");
//                       ^^^^^^ require-reuse-option noPolicy
