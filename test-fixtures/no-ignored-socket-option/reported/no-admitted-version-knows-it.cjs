// @fixture {"package":{"engines":{"node":"20.x"}}}
const http = require("http");

const server = http.createServer(require("./app"));
server.listen({ port: 8000, reusePort: true });
//                          ^^^^^^^^^^^^^^^ no-ignored-socket-option tooOld
