const http = require("http");
const app = require("./app");

const addresses = ["::", "127.0.0.1"];

for (const address of addresses) {
  http.createServer(app).listen(14000, address);
  //                     ^^^^^^ no-duplicate-listen loopWildcard
}
