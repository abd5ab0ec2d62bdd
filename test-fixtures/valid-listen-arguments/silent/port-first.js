const http = require("http");
const { host, port } = require("./config");

http.createServer(require("./app")).listen(port, host, () => console.log(`http://${host}:${port}`));
//                                  ^^^^^^ require-reuse-option noPolicy
