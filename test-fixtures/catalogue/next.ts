import { createServer } from "node:http";
import { parse } from "node:url";
import next from "next";

const port = parseInt(process.env.PORT || "6001", 10);
const app = next({ dev: process.env.NODE_ENV !== "production" });
const handle = app.getRequestHandler();

app.prepare().then(() => {
  createServer((request, response) => {
    void handle(request, response, parse(request.url ?? "/", true));
  }).listen(port, () => console.log(`ready on ${port}`));
//   ^^^^^^ require-reuse-option noPolicy
});
