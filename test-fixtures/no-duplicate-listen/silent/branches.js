const fs = require("fs");
const http = require("http");
const https = require("https");
const app = require("./app");

const PORT = 8443;
if (process.env.TLS === "off") {
  http.createServer(app).listen(PORT);
  //                     ^^^^^^ require-reuse-option noPolicy
} else {
  https.createServer({ key: fs.readFileSync("key.pem") }, app).listen(PORT);
  //                                                           ^^^^^^ require-reuse-option noPolicy
}
