const http = require("node:http");
const got = require("got");

exports.prices = async (token, item) => {
  const client = got.extend({
    headers: { authorization: `Bearer ${token}` },
    agent: { http: new http.Agent({ keepAlive: true }) },
    //                      ^^^^^ no-agent-per-request agent
  });
  return client.get(`http://prices.internal/${item}`).json();
};
