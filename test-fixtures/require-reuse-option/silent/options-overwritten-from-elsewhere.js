const net = require("net");
const { readSettings } = require("./settings");

let where = { port: 5500 };
if (process.argv.includes("--settings")) where = readSettings();

net.createServer((c) => c.end()).listen(where);
