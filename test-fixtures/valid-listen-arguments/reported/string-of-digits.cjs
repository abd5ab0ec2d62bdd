const http = require("http");

const PORT = "83470";
http.createServer((req, res) => res.end("ok")).listen(PORT, () => console.log(`on ${PORT}`));
//                                                    ^^^^ valid-listen-arguments constant
