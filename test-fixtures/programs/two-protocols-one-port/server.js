const http = require("http");
const https = require("https");
const { readFileSync } = require("fs");
const app = require("./routes");

const PORT = process.env.PORT || 8080;
http.createServer(app).listen(PORT);
//                     ^^^^^^ require-reuse-option noPolicy
https.createServer({ key: readFileSync("key.pem"), cert: readFileSync("cert.pem") }, app).listen(PORT);
//                                                                                        ^^^^^^ no-duplicate-listen port
