import process from "node:process";
import express from "express";

const app = express();
app.listen({ port: 3000, exclusive: true }, () => console.log("ready"));
process.on("SIGINT", () => console.log("Bye!"));
//      ^^ require-exit-on-signal logs
