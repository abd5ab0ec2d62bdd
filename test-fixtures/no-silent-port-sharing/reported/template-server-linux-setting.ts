// @fixture {"settings":{"platforms":["linux"]}}
import express, { type NextFunction, type Request, type Response } from "express";
import { createServer } from "node:http";
import { registerRoutes } from "./routes";
import { log, serveStatic } from "./static";

const app = express();
app.use(express.json());
app.use(express.urlencoded({ extended: false }));

app.use((req, res, next) => {
  const begun = Date.now();
  res.on("finish", () => log(`${req.method} ${req.path} ${res.statusCode} in ${Date.now() - begun}ms`));
  next();
});

registerRoutes(app);

app.use((err: Error & { status?: number }, _req: Request, res: Response, _next: NextFunction) => {
  res.status(err.status ?? 500).json({ message: err.message });
});

serveStatic(app);

const port = parseInt(process.env.PORT ?? "5000", 10);
createServer(app).listen(
  {
    port,
    host: "0.0.0.0",
    reusePort: true,
//  ^^^^^^^^^^^^^^^ no-silent-port-sharing shares
  },
  () => log(`serving on port ${port}`),
);
