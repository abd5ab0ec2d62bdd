const { fork } = require("node:child_process");
const { join } = require("node:path");
const { Worker } = require("node:worker_threads");

// Two of each, "to use both cores".
fork(join(__dirname, "web.js"));
fork(join(__dirname, "web.js"));

new Worker(join(__dirname, "feed.js"));
new Worker(join(__dirname, "feed.js"));

fork(join(__dirname, "shard.js"), { env: { ...process.env, SHARD_PORT: "4001" } });
fork(join(__dirname, "shard.js"), { env: { ...process.env, SHARD_PORT: "4002" } });

fork(join(__dirname, "numbered.js"), ["4003"]);
fork(join(__dirname, "numbered.js"), ["4004"]);
