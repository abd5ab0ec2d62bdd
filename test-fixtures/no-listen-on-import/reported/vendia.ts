// @fixture {"package":{"engines":{"node":">=24.4"}}}
import serverlessExpress from "@vendia/serverless-express";
import express from "express";

export const app = express();
app.get("/health", (_request, response) => void response.send("ok"));

app.listen(4000, "127.0.0.1");
//  ^^^^^^ no-listen-on-import handler

export const handler = serverlessExpress({ app });
