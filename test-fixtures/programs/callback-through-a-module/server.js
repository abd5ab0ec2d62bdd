const os = require("os");
const config = require("wild-config");

const count = config.processes === "cpus" ? os.cpus().length : Number(config.processes);

if (!count || count <= 1) {
  require("./worker.js");
} else {
  const cluster = require("cluster");
  if (cluster.isMaster) for (let i = 0; i < count; i++) cluster.fork();
  else require("./worker.js");
}
