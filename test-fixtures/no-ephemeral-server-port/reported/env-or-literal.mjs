import express from "express";
import helmet from "helmet";

const app = express();
app.use(helmet());
app.get("/", (_req, res) => res.json({ service: "avatars" }));

const PORT = process.env.PORT || 50000;
app.listen(PORT, () => console.log(`avatars on ${PORT}`));
//  ^^^^^^ require-reuse-option noPolicy
//  ^^^^^^ no-ephemeral-server-port ephemeral
