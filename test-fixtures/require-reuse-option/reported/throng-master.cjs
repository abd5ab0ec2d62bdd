const http = require("http");
const throng = require("throng");
const { consume } = require("./queue");

throng({
  count: 4,
  master() {
    http.createServer((req, res) => res.end("ok")).listen(9100);
    //                                             ^^^^^^ require-reuse-option noPolicy
  },
  worker: (id) => consume(id),
});
