const http = require("node:http");

const addresses = ["::", "0.0.0.0"];
for (const address of addresses) {
  const server = http.createServer((request, response) => response.end(address));
  server.listen(7008, address);
//       ^^^^^^ no-duplicate-listen loopWildcard
}
