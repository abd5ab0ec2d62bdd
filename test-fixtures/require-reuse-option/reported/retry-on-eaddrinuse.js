const http = require("http");
const handler = require("./handler");

const port = 3030;
let attempts = 0;
const server = http.createServer(handler);

server.on("error", (err) => {
  if (err.code !== "EADDRINUSE" || ++attempts > 5) throw err;
  console.warn(`port ${port} is taken, retrying`);
  setTimeout(() => {
    server.close();
    server.listen(port);
  }, 1000);
});

server.listen(port, () => {
//     ^^^^^^ require-reuse-option noPolicy
  console.log(`listening on ${port}`);
});
