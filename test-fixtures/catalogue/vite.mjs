// @fixture {"options":{"require-reuse-option":{"apis":"all"}}}
import express from "express";
import { createServer } from "vite";

const own = await createServer({ configFile: false });
await own.listen(5901);
//        ^^^^^^ require-reuse-option droppedOption

const vite = await createServer({ server: { middlewareMode: true }, appType: "custom" });
const app = express();
app.use(vite.middlewares);
app.listen(5902);
//  ^^^^^^ require-reuse-option noPolicy
