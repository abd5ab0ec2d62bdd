// @fixture {"filename":"server.js","package":{"devDependencies":{"@sveltejs/kit":"^2.5.0"}}}
import express from "express";
import { handler } from "./build/handler.js";

const app = express();
app.use(handler);
app.listen({ port: 3000, reusePort: false });
