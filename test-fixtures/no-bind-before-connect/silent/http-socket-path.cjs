const http = require("http");

http.get({ socketPath: "/var/run/docker.sock", path: "/info", host: "docker", localAddress: "127.0.0.1" }, (res) => {
  res.pipe(process.stdout);
});
