// @fixture {"package":{"dependencies":{"firebase-functions":"^6.0.0"}}}
import express from "express";
import { https } from "firebase-functions";

const app = express();
app.get("/", (_request, response) => void response.send("ok"));

const isLocal = process.env.FUNCTIONS_EMULATOR !== "true" && !process.env.K_SERVICE;
isLocal && app.listen({ port: 8080, reusePort: false });

export const api = https.onRequest(app);
