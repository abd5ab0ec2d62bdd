import express from "express";
import http from "node:http";

const app = express();
app.get("/", (_req, res) => res.send("ok"));

const server = http.createServer(app);
server.listen(
  {
    port: Number(process.env.PORT) || 3000,
    host: "0.0.0.0",
    reusePort: process.platform !== "win32",
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-unguarded-reuse-port halfGuarded
  },
  () => console.log("ready"),
);
