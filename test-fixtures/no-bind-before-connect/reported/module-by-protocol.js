const http = require("http");
const https = require("https");

module.exports = function get(url, source, done) {
  const client = url.startsWith("https:") ? https : http;
  const options = { headers: { accept: "text/html" } };
  if (source) options.localAddress = source;
  //          ^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
  return client.get(url, options, done);
};
