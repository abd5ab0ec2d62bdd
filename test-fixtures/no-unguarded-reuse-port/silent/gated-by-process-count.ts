import http from "node:http";
import { app } from "./app.js";

const workers = Number(process.env.WEB_CONCURRENCY ?? 1);

http.createServer(app).listen({
  port: Number(process.env.PORT ?? 3000),
  reusePort: workers > 1 || undefined,
});
