const http = require("http");
const { supportsReusePort } = require("./capabilities");

module.exports = async function start(app, port) {
  const options = { port, exclusive: false };
  if (await supportsReusePort()) options.reusePort = true;
  return http.createServer(app).listen(options);
};
