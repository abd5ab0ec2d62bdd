const http = require("node:http");

const options = {
  host: "0.0.0.0",
  port: 60000,
//^^^^^^^^^^^ no-ephemeral-server-port ephemeral
  reusePort: false,
};

http.createServer((req, res) => res.end("late in the range")).listen(options);
