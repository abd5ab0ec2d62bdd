import { H3, serve } from "h3";

const app = new H3().get("/", () => "hello");
serve(app, { port: 6605, reusePort: process.env.COPIES !== undefined });
serve(app);
// @1:6 require-reuse-option noPolicy
