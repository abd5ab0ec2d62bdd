const http = require("http");

function Files(root) {
  this.root = root;
  this.server = http.createServer((request, response) => response.end(this.root));
}

Files.prototype.listen = function () {
  this.server.listen.apply(this.server, arguments);
};

exports.createFiles = (root) => new Files(root);
