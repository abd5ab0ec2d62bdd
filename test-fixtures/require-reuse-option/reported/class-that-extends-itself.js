const http = require("node:http");

http.createServer().listen(3000);
//                  ^^^^^^ require-reuse-option noPolicy

// Code that does not run, and that nobody may stumble over.
class First extends Second {}
class Second extends First {
  start() {
    this.inner.close();
  }
}
module.exports = { First, Second };
