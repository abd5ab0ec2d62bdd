const Koa = require("koa");

const app = new Koa();
app.use((context) => {
  context.body = "blog";
});
app.listen(7001);
