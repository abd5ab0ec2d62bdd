import polka from "polka";
import sirv from "sirv";

polka()
  .use(sirv("public", { dev: process.env.NODE_ENV !== "production" }))
  .get("/api/version", (_req, res) => res.end(process.env.GIT_SHA ?? "dev"))
  .listen(5050, () => console.log("static files on 5050"));
// ^^^^^^ require-reuse-option noPolicy
