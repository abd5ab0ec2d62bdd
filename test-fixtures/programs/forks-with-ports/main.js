const { fork } = require("child_process");

for (let i = 0; i < 4; i++) fork("./child.js", [], { env: { ...process.env, PORT: String(4000 + i) } });
