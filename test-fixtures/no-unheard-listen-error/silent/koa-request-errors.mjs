import Koa from "koa";
const app = new Koa();
app.on("error", (error, ctx) => console.error("request failed", ctx.url, error));
app.listen({ port: 3000, reusePort: false });
