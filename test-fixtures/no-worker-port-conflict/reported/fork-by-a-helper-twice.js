const { fork } = require("child_process");
const http = require("http");

function start(name) {
  const child = fork(__filename, [name]);
  child.on("exit", () => start(name));
}

if (process.send) {
  http.createServer((req, res) => res.end(process.argv[2])).listen(8088);
  //                                                        ^^^^^^ no-worker-port-conflict processes
} else {
  start("blue");
  start("green");
}
