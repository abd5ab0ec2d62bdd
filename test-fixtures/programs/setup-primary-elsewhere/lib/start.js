const cluster = require("node:cluster");

exports.start = () => {
  for (let i = 0; i < 4; i++) cluster.fork();
};
