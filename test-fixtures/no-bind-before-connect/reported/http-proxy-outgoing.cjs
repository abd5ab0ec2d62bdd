const httpProxy = require("http-proxy");

const proxy = httpProxy.createProxyServer({
  target: "http://10.20.0.4:8080",
  localAddress: "10.20.0.1",
//^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
});

proxy.on("error", (err, req, res) => {
  res.writeHead(502).end(err.message);
});

module.exports = proxy;
