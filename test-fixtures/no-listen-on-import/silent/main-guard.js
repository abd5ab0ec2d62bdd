const express = require("express");
const serverless = require("serverless-http");

const app = express();
app.get("/prices", (req, res) => res.json({ eur: 12 }));

if (require.main === module) {
  app.listen({ port: 3000, reusePort: false });
}

module.exports.handler = serverless(app);
