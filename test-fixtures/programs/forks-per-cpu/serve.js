const http = require("http");

exports.start = () => {
  http.createServer((request, response) => response.end("grid")).listen(process.env.PORT || 4000);
//                                                               ^^^^^^ no-worker-port-conflict startedProcesses
};
