const { fork } = require("child_process");
const os = require("os");
const path = require("path");

for (const cpu of os.cpus()) fork(path.join(__dirname, "child.js"), [], { env: { ...process.env, MODEL: cpu.model } });
