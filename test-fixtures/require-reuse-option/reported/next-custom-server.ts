import { createServer } from "node:http";
import next from "next";

const dev = process.env.NODE_ENV !== "production";
const port = parseInt(process.env.PORT || "3000", 10);
const app = next({ dev });
const handle = app.getRequestHandler();

void app.prepare().then(() => {
  createServer((req, res) => handle(req, res)).listen(port);
  //                                           ^^^^^^ require-reuse-option noPolicy
  console.log(`> ready on ${port} in ${dev ? "development" : "production"}`);
});
