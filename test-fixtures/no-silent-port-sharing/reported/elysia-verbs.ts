import { Elysia } from "elysia";

const notes = ["buy milk"];

new Elysia()
  .get("/notes", () => notes)
  .post("/notes", ({ body }) => notes.push(String(body)))
  .delete("/notes/:id", ({ params }) => notes.splice(Number(params.id), 1))
  .listen(Bun.argv.includes("--test") ? 0 : 3015);
// ^^^^^^ no-silent-port-sharing sharesByDefault
