const express = require("express");

const app = express();
app.get("/", (req, res) => res.send("hello"));

app.listen({ port: 3000, reusePort: false });

module.exports = app;
