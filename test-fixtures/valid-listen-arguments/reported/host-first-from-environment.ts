import express from "express";

const { HOST = "0.0.0.0", PORT = "8080" } = process.env;

const app = express();
app.listen(HOST, Number(PORT));
//         ^^^^ valid-listen-arguments swapped
