// @fixture {"package":{"portreuse":{"node":"^24"},"engines":{"node":">=18"}}}
import { createServer } from "node:http";

createServer((request, response) => response.end()).listen({
  port: 3000,
  reusePort: process.platform === "linux",
});
