// @fixture {"options":{"require-reuse-option":{"apis":"all"}}}
const httpProxy = require("http-proxy");
const { createProxyServer } = require("http-proxy");

httpProxy.createProxyServer({ target: "http://192.0.2.1:9000" }).listen(6201);
//                                                               ^^^^^^ require-reuse-option droppedOption
httpProxy.createServer({ target: "http://192.0.2.1:9000" }).listen(6202, "127.0.0.1");
//                                                          ^^^^^^ require-reuse-option droppedOption
createProxyServer({ target: "http://192.0.2.1:9000" }).listen({ port: 6203 });
//                                                     ^^^^^^ require-reuse-option noPolicy

httpProxy.createProxy({ target: "http://192.0.2.1:9000" }).listen(6204);
//                                                         ^^^^^^ require-reuse-option droppedOption

exports.outgoing = httpProxy.createProxyServer({ target: "http://192.0.2.1", localAddress: "192.0.2.10" });
//                                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
exports.second = createProxyServer({ changeOrigin: true, localAddress: "192.0.2.11" });
//                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
