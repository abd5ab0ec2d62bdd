const fs = require("fs");
const https = require("https");
const { Agent, get, request } = require("node:https");

const identity = { key: fs.readFileSync("site.key"), cert: fs.readFileSync("site.pem") };

https.createServer(identity, (req, res) => res.end("ok")).listen(4301);
//                                                        ^^^^^^ require-reuse-option noPolicy
https.createServer(identity).listen({ host: "0.0.0.0", port: 4302 }, () => console.log("up"));
//                           ^^^^^^ require-reuse-option noPolicy
new https.Server(identity).listen(4303, "0.0.0.0");
//                         ^^^^^^ require-reuse-option noPolicy

https.request({ hostname: "example.com", localAddress: "192.0.2.10" }).end();
//                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
request("https://example.com/", { method: "HEAD", localAddress: "192.0.2.11" }).end();
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
https.get("https://example.com/", { localAddress: "192.0.2.12" }, (res) => res.resume());
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
get({ host: "example.com", localAddress: "192.0.2.13" });
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
exports.agent = new https.Agent({ keepAlive: true, localAddress: "192.0.2.14" });
//                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
exports.other = new Agent({ localAddress: "192.0.2.15" });
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
