const cluster = require("cluster");
const http = require("http");

if (cluster.isPrimary) {
  for (let i = 0; i < 4; i++) cluster.fork();
  process.on("SIGTERM", () => console.log("primary got SIGTERM"));
//        ^^ require-exit-on-signal logs
} else {
  http.createServer().listen(8000);
}
