const https = require("https");

exports.call = function call(tenant, path) {
  const agent = new https.Agent({ cert: tenant.cert, key: tenant.key });
  return https.get({ host: tenant.host, path, agent });
};
