const { fork } = require("child_process");
const http = require("http");

if (process.send) {
  const server = http.createServer((req, res) => res.end(`child ${process.pid}`));
  server.listen(4000, () => process.send({ type: "ready" }));
  //     ^^^^^^ no-worker-port-conflict processes
} else {
  let ready = 0;
  for (let i = 0; i < 2; i++) {
    fork(__filename).on("message", () => {
      if (++ready === 2) console.log("all children are up");
    });
  }
}
