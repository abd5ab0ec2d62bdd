const cluster = require("cluster");
const path = require("path");

const services = ["orders", "users"];
if (cluster.isMaster) for (let i = 0; i < 4; i++) cluster.fork();
else services.forEach((name) => require(path.join(__dirname, "services", name)));
