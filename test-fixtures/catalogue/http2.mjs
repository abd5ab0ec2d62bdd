import http2, { connect, createSecureServer, createServer } from "node:http2";
import { readFileSync } from "node:fs";

const identity = { key: readFileSync("site.key"), cert: readFileSync("site.pem") };

http2.createServer((req, res) => res.end("ok")).listen(4401);
//                                              ^^^^^^ require-reuse-option noPolicy
createServer().on("stream", (stream) => stream.end("ok")).listen({ port: 4402 });
//                                                        ^^^^^^ require-reuse-option noPolicy
http2.createSecureServer(identity).listen(4403, "0.0.0.0");
//                                 ^^^^^^ require-reuse-option noPolicy
createSecureServer({ ...identity, allowHTTP1: true }, (req, res) => res.end()).listen(4404, () => {});
//                                                                             ^^^^^^ require-reuse-option noPolicy

http2.connect("https://example.com", { localAddress: "192.0.2.10" });
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
connect(new URL("http://192.0.2.1:8080"), { localAddress: "192.0.2.11" }, () => {});
//                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
