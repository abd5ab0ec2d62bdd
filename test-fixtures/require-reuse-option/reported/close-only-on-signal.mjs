import { createServer } from "node:http";

const server = createServer((_req, res) => res.end());

server.listen(process.env.PORT, () => {
//     ^^^^^^ require-reuse-option noPolicy
  console.log("ready");
  process.once("SIGTERM", () => server.close());
});
