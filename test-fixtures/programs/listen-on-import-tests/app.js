const express = require("express");

const app = express();
app.use(express.json());
app.get("/todos", (req, res) => res.json([]));

app.listen(3000, () => console.log("listening on 3000"));
//  ^^^^^^ no-listen-on-import test

module.exports = app;
