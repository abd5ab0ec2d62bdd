const net = require("net");

module.exports = function isPortTaken(port, fn) {
  const tester = net
    .createServer()
    .once("error", (err) => (err.code === "EADDRINUSE" ? fn(null, true) : fn(err)))
    .once("listening", () => {
      tester.close();
      fn(null, false);
    })
    .listen(port);
};
