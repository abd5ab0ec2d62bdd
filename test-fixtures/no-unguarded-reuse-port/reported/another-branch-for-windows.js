const { createServer } = require("node:http");
const { handler } = require("./handler");

createServer(handler).listen(process.platform === "win32" ? { port: 3000 } : { port: 3000, reusePort: true });
//                                                                                         ^^^^^^^^^^^^^^^ no-unguarded-reuse-port halfGuarded
console.log("listening on", 3000);
