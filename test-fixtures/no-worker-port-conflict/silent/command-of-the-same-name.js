// @fixture {"filename":"src/redis.js"}
const { spawn } = require("child_process");
const net = require("net");

const nodes = ["a", "b", "c"].map((name) => spawn("redis", ["--appendonly", name]));

net.createServer((socket) => socket.end(`${nodes.length}\n`)).listen({ port: 7000, exclusive: false });
