import Koa from "koa";
import Router from "@koa/router";

const router = new Router();
router.get("/ping", (ctx) => {
  ctx.body = "pong";
});

const app = new Koa();
app.use(router.routes());

const listenOptions = { reusePort: true };
//                      ^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
app.listen(4000, listenOptions);
