const express = require("express");
const app = express();

app.get("/health", (request, response) => response.json({ ok: true }));

app.listen("http://localhost:3000", () => console.log("ready"));
//         ^^^^^^^^^^^^^^^^^^^^^^^ valid-listen-arguments url
