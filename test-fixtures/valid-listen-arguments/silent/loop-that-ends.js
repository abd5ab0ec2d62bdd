const net = require("net");

async function firstFree() {
  for (let port = 65000; port < 66000; port++) {
    const server = net.createServer();
    const free = await new Promise((resolve) => server.once("error", () => resolve(false)).listen(port, () => resolve(true)));
    //                                                                                     ^^^^^^ require-reuse-option noPolicy
    if (free) return server;
  }
}

module.exports = firstFree;
