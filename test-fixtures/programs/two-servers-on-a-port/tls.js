const http = require("node:http");
const https = require("node:https");
const fs = require("node:fs");
const { handle } = require("./handle");

const port = process.env.PORT || 5001;
http.createServer(handle).listen(port);
//                        ^^^^^^ require-reuse-option noPolicy
const keys = { key: fs.readFileSync("key.pem"), cert: fs.readFileSync("cert.pem") };
https.createServer(keys, handle).listen(port);
//                               ^^^^^^ no-duplicate-listen port
