import http from "node:http";
import { app } from "./app.js";

const port = Number(process.env.PORT ?? 5000);
const server = http.createServer(app);

server.once("error", (err: NodeJS.ErrnoException) => {
  if (err.code !== "ENOTSUP") throw err;
  server.listen({ port, host: "0.0.0.0", reusePort: false });
});
server.listen({ port, host: "0.0.0.0", reusePort: true }, () => {
  console.log(`listening on ${port}`);
});
