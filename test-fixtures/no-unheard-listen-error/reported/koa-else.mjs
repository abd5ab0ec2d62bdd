import Koa from "koa";

const app = new Koa();
app.use((ctx) => (ctx.body = "hi"));
app.listen({ port: 4000, exclusive: true }, (err) => {
//                                           ^^^ no-unheard-listen-error callback
  if (err) {
    console.error("no port for us:", err.message);
  } else {
    console.log("koa is ready");
    console.log("stop it with Ctrl-C");
  }
});
