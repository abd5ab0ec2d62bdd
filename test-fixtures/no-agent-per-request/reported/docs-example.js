// the way of the documentation, in a function that is called for every message
const fs = require("node:fs");
const https = require("node:https");

exports.send = function send(body) {
  const options = {
    hostname: "push.example.com",
    port: 443,
    path: "/v1/messages",
    method: "POST",
    ca: fs.readFileSync("/etc/ssl/push.pem"),
  };
  options.agent = new https.Agent({ maxCachedSessions: 0 });
//                          ^^^^^ no-agent-per-request agent
  const req = https.request(options, (res) => res.resume());
  req.end(body);
};
