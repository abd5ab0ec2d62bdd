const express = require("express");
const serverless = require("serverless-http");

const app = express();
app.get("/prices", (req, res) => res.json({ eur: 12 }));

app.listen(3000, () => console.log("http://localhost:3000"));
//  ^^^^^^ no-listen-on-import handler

module.exports.handler = serverless(app);
