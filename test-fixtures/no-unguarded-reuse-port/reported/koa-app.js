const Koa = require("koa");
const Router = require("@koa/router");

const router = new Router();
router.get("/ping", (ctx) => {
  ctx.body = "pong";
});

const app = new Koa();
app.use(router.routes()).use(router.allowedMethods());
app.listen({ port: process.env.PORT || 3000, reusePort: true });
//                                           ^^^^^^^^^^^^^^^ no-unguarded-reuse-port unguarded
