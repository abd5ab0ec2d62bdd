// @fixture {"settings":{"runtime":"bun"}}
import { Elysia } from "elysia";

new Elysia().get("/", () => "ok").listen(6501);
//                                ^^^^^^ no-silent-port-sharing sharesByDefault

const app = new Elysia({ prefix: "/api" });
app.listen({ port: 6502, hostname: "0.0.0.0" }, () => console.log("up"));
//  ^^^^^^ no-silent-port-sharing sharesByDefault

new Elysia().listen({ port: 6503, reusePort: false });

new Elysia()
  .route("REPORT", "/calendar", () => "ok")
  .options("/", () => "")
  .head("/", () => "")
  .connect("/", () => "")
  .onAfterResponse(() => console.log("sent"))
  .as("scoped")
  .listen(6504);
// @4:10 no-silent-port-sharing sharesByDefault
