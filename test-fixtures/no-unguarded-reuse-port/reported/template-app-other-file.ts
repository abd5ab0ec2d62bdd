import express, { type NextFunction, type Request, type Response } from "express";
import { registerRoutes } from "./routes";
import { log, serveStatic, setupVite } from "./vite";

const app = express();
app.use(express.json());
app.use((req, res, next) => {
  const start = Date.now();
  res.on("finish", () => log(`${req.method} ${req.path} ${res.statusCode} in ${Date.now() - start}ms`));
  next();
});

(async () => {
  const server = await registerRoutes(app);

  app.use((err: Error & { status?: number }, _req: Request, res: Response, _next: NextFunction) => {
    res.status(err.status ?? 500).json({ message: err.message });
  });

  if (app.get("env") === "development") {
    await setupVite(app, server);
  } else {
    serveStatic(app);
  }

  const port = parseInt(process.env.PORT || "5000", 10);
  server.listen({
    port,
    host: "0.0.0.0",
    reusePort: true,
//  ^^^^^^^^^^^^^^^ no-unguarded-reuse-port unguarded
  }, () => {
    log(`serving on port ${port}`);
  });
})();
