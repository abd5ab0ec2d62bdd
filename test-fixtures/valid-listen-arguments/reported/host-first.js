const http = require("http");

const hostname = "127.0.0.1";
const port = 3000;

const server = http.createServer((req, res) => {
  res.statusCode = 200;
  res.end("Hello World");
});

server.listen(hostname, port, () => {
//            ^^^^^^^^ valid-listen-arguments swapped
  console.log(`Server running at http://${hostname}:${port}/`);
});
