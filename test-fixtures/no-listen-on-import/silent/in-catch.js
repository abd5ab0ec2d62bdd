const http = require("http");
const serverless = require("serverless-http");
const app = require("./app");

let handler;
try {
  handler = serverless(app);
} catch {
  // no function runtime here
  http.createServer(app).listen({ port: 3000, reusePort: false });
}
exports.handler = handler;
