const app = require("./app");

module.exports = { app, server: app.listen({ port: 3002, reusePort: false }) };
