const cfork = require("cfork");
const path = require("path");

cfork({ exec: path.join(__dirname, "worker.js"), count: 4 }).on("fork", (worker) => console.log(worker.process.pid));
