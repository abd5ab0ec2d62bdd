// @fixture {"package":{"engines":{"node":">=20.19"}}}
import http from "node:http";

const server = http.createServer((_request, response) => response.end());

server.listen({ port: 3000, reusePort: process.platform === "linux" });
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-ignored-socket-option tooOld
