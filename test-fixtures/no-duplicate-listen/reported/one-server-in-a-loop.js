const https = require("https");
const options = require("./tls-options");

const server = https.createServer(options, require("./app"));

for (const host of ["10.0.0.5", "10.0.0.6"]) {
  server.listen(8443, host);
  //     ^^^^^^ no-duplicate-listen loopAgain
}
