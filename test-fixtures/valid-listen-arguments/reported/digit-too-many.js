const express = require("express");
const app = express();

app.get("/", (req, res) => res.send("hi"));
app.listen(30000 + 40000);
//         ^^^^^^^^^^^^^ valid-listen-arguments constant
app.listen(80800);
//         ^^^^^ valid-listen-arguments constant
