const app = require("./app");

if (process.env.NODE_ENV !== "test") {
  app.listen({ port: 3001, reusePort: false });
}
module.exports = app;
