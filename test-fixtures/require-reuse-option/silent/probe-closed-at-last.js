const net = require("net");

async function earlyPortCheck(host, port) {
  const server = net.createServer((connection) => connection.end());
  try {
    await new Promise((resolve, reject) => {
      server.on("error", reject);
      server.listen(port, host, undefined, () => resolve());
    });
  } finally {
    await new Promise((resolve) => server.close(() => resolve()));
  }
}

async function isTaken(port) {
  const server = net.createServer();
  try {
    await new Promise((resolve, reject) => server.once("error", reject).listen(port, resolve));
    return false;
  } catch {
    return true;
  } finally {
    server.close();
  }
}

module.exports = { earlyPortCheck, isTaken };
