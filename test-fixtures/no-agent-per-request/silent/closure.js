const https = require("https");

exports.fetcher = function fetcher(host) {
  const agent = new https.Agent({ maxSockets: 2 });
  return (path) => https.get({ host, path, agent });
};
