import { createServer } from "node:http";
import { app } from "./app";

const path = process.env.SOCKET_PATH;
const port = Number(process.env.PORT) || 9090;

const server = createServer(app);
server.listen(path ? { path } : { port, host: "127.0.0.1" }, () => {
//     ^^^^^^ require-reuse-option noPolicy
  console.log("admin interface at", server.address());
});
