import Koa from "koa";
import bodyParser from "koa-bodyparser";
import { config } from "./config";
import { router } from "./router";

const app = new Koa();

app.use(bodyParser());
app.use(router.routes()).use(router.allowedMethods());
app.on("error", (err: Error) => console.error("request failed", err));

app.listen(config.http.port, config.http.host, () => {
//  ^^^^^^ require-reuse-option noPolicy
  console.log("listening on %s:%d", config.http.host, config.http.port);
});
