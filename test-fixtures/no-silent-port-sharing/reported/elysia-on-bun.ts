// @fixture {"package":{"engines":{"bun":">=1.2"}}}
import { Elysia, t } from "elysia";

const app = new Elysia()
  .get("/", () => "hi")
  .post("/echo", ({ body }) => body, { body: t.Object({ text: t.String() }) })
  .listen(3000);
// ^^^^^^ no-silent-port-sharing sharesByDefault

console.log(`on ${app.server?.hostname}:${app.server?.port}`);
