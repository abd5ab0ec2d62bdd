import { app } from "./app.mjs";
import { server } from "./server.mjs";

app.listen(3000, (err) => {
//  ^^^^^^ require-reuse-option noPolicy
  if (err) throw err;
});
server.listen(8080, "api.example.org", () => console.log("up"));
//     ^^^^^^ require-reuse-option noPolicy
