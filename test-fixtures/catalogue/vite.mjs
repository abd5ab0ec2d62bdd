// @fixture {"options":{"require-reuse-option":{"apis":"all"}}}
import express from "express";
import { createServer } from "vite";

const own = await createServer({ configFile: false });
await own.listen(5901);
//        ^^^^^^ require-reuse-option droppedOption

const ignored = await createServer({ server: { port: 5903, reusePort: true } });
//                                                         ^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
await ignored.listen();

const vite = await createServer({ server: { middlewareMode: true }, appType: "custom" });
const app = express();
app.use(vite.middlewares);
app.listen(5902);
//  ^^^^^^ require-reuse-option noPolicy
