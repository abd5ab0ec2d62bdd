const fs = require("fs");
const http = require("http");
const https = require("https");
const app = require("./app");

const credentials = { key: fs.readFileSync("tls/key.pem"), cert: fs.readFileSync("tls/cert.pem") };

http
  .createServer((req, res) => {
    res.writeHead(301, { location: `https://${req.headers.host}${req.url}` });
    res.end();
  })
  .listen(80);
// ^^^^^^ require-reuse-option noPolicy

https.createServer(credentials, app).listen(443, () => console.log("secure server up"));
//                                   ^^^^^^ require-reuse-option noPolicy
