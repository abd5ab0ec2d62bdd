import http from "node:http";
import winston from "winston";

const logger = winston.createLogger({ transports: [new winston.transports.Console()] });
http.createServer().listen({ port: 8000, reusePort: false });
process.addListener("SIGTERM", function () {
//      ^^^^^^^^^^^ require-exit-on-signal logs
  logger.warn("SIGTERM received", { at: new Date().toISOString() });
});
