const Koa = require("koa");
const app = new Koa();

app.use((ctx) => {
  ctx.body = "hello";
});

const server = app.listen(4100);
//                 ^^^^^^ require-reuse-option noPolicy
module.exports = server;

app.listen(4100);
//  ^^^^^^ no-duplicate-listen port
