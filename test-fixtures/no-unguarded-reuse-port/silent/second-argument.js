const http = require("http");

const server = http.createServer((req, res) => res.end());
server.listen(3000, { reusePort: true }, () => console.log("up"));
//                    ^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
