// @fixture {"options":{"require-reuse-option":{"apis":"all"}}}
const httpProxy = require("http-proxy");

const proxy = httpProxy.createProxyServer({ target: "http://127.0.0.1:9000" });
proxy.on("error", (err, req, res) => res.writeHead(502).end(err.message));
proxy.listen(8000);
//    ^^^^^^ require-reuse-option droppedOption
