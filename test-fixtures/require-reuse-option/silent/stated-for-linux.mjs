import express from "express";

const app = express();
app.get("/", (_req, res) => res.send("hi"));
app.listen({ port: 8080, reusePort: process.platform === "linux" });
