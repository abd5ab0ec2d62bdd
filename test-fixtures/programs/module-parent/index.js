const cluster = require("cluster");
const app = require("./app");

if (cluster.isMaster) for (let i = 0; i < 4; i++) cluster.fork();
else app.listen(8080);
