const express = require("express");

const app = express();
app.get("/todos", (req, res) => res.json([]));

exports.app = app;
exports.server = app.listen({ port: process.env.PORT || 3000, reusePort: false });
