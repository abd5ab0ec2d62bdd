const net = require("net");
const os = require("os");
const path = require("path");

const pipe =
  process.platform === "win32"
    ? "\\\\.\\pipe\\formatter"
    : path.join(os.tmpdir(), `formatter-${process.pid}.sock`);

const daemon = net.createServer((c) => c.pipe(c));
daemon.listen({ path: pipe, readableAll: true });
