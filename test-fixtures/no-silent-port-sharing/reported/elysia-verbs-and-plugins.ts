import { Elysia, t } from "elysia";
import { cors } from "@elysiajs/cors";
import { members } from "./members";

const app = new Elysia({ prefix: "/api" })
  .use(cors())
  .decorate("members", members)
  .guard({ headers: t.Object({ authorization: t.String() }) })
  .patch("/members/:id", ({ members, params, body }) => members.change(params.id, body))
  .head("/members", () => "")
  .onError(({ code }) => code)
  .listen({ port: 3022, hostname: "0.0.0.0" });
// ^^^^^^ no-silent-port-sharing sharesByDefault

console.log(app.server?.url.href);
