const { fork } = require("node:child_process");
const path = require("node:path");

for (let i = 0; i < 3; i++) fork(path.join(__dirname, "bin", "relay"));
