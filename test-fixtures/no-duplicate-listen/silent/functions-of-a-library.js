const http = require("http");

exports.plain = (app, port) => http.createServer(app).listen(port);
//                                                    ^^^^^^ require-reuse-option noPolicy
exports.logged = (app, port) =>
  http.createServer((req, res) => {
    console.log(req.url);
    app(req, res);
  }).listen(port);
  // ^^^^^^ require-reuse-option noPolicy
