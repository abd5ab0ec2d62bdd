const http = require("node:http");

http.createServer((request, response) => response.end()).listen(88080);
//                                                              ^^^^^ valid-listen-arguments constant
// hover listen shows Throws ERR_SOCKET_BAD_PORT: 88080 is not a port.
// hover listen does not show bind(
