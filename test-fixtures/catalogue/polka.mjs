import polka from "polka";

polka()
  .get("/", (req, res) => res.end("ok"))
  .listen(5201, () => console.log("up"));
// ^^^^^^ require-reuse-option noPolicy

const app = polka({ onError: (error, req, res) => res.end(String(error)) });
app.listen({ port: 5202, host: "::1" });
//  ^^^^^^ require-reuse-option noPolicy
