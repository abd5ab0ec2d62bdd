const http = require("http");

const server = http.createServer((req, res) => {
  const upstream = http.request(
    { host: "127.0.0.1", port: 9000, path: req.url, method: req.method, headers: req.headers, agent: false },
//                                                                                                   ^^^^^ no-agent-per-request none
    (answer) => answer.pipe(res),
  );
  req.pipe(upstream);
});

module.exports = server;
