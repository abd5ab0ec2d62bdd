import app from "./app.ts";

Bun.serve({ ...app, reusePort: false });
