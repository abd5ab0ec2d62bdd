const http = require("node:http");

const HOST = "127.0.0.1";
const PORT = 8000;

const hello = http.createServer((request, response) => response.end("hello"));
hello.listen(HOST, PORT, () => console.log(`http://${HOST}:${PORT}`));
//           ^^^^ valid-listen-arguments swapped
// hover listen shows Opens the Unix socket `127.0.0.1`; there is no port.
