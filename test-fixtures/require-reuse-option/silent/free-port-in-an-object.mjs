import http from "node:http";
import detectPort from "detect-port";

detectPort(3000).then((free) => {
  const options = { host: "127.0.0.1", port: free };
  http.createServer((request, response) => response.end("hello")).listen(options);
});
