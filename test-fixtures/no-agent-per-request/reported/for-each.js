const http = require("http");
const hosts = require("./hosts.json");

hosts.forEach((host) => {
  http.get({ host, path: "/health", agent: false }, (res) => {
//                                         ^^^^^ no-agent-per-request none
    console.log(host, res.statusCode);
    res.resume();
  });
});
