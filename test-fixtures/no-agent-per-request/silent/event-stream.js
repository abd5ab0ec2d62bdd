const http = require("http");

exports.follow = function follow(port, onEvent) {
  const options = { port, path: "/events", agent: false, headers: { accept: "text/event-stream" } };
  return http.request(options, (res) => res.setEncoding("utf8").on("data", onEvent)).end();
};
