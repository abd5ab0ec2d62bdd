const express = require("express");

const notes = express();
notes.get("/notes", (request, response) => response.json([]));
notes.listen(4000, () => console.log("notes on 4000"));
//    ^^^^^^ no-listen-on-import test

module.exports = notes;
