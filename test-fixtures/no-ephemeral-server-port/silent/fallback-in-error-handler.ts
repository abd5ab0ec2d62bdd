import { createServer } from "node:http";
import { app } from "./app";

const server = createServer(app);
server.on("error", (err: NodeJS.ErrnoException) => {
  if (err.code === "EADDRINUSE") server.listen(50123);
});
server.listen(3000);
//     ^^^^^^ require-reuse-option noPolicy
