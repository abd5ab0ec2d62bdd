const os = require("os");
const http = require("http");
const handler = require("./handler");

const server = http.createServer(handler);
server.listen({ port: 8000, reusePort: os.platform() !== "win32" }, () => {
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-unguarded-reuse-port halfGuarded
  console.log("listening on 8000");
});
