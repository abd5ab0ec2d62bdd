// @fixture {"settings":{"node":"^24"},"package":{"engines":{"node":">=18"}}}
import Koa from "koa";

const app = new Koa();
app.use((ctx) => {
  ctx.body = "hello";
});
app.listen({ port: 3000, reusePort: process.platform === "linux" });
