const http = require("http");

exports.agentFor = function agentFor() {
  const agent = new http.Agent({ keepAlive: true });
  return agent;
};
