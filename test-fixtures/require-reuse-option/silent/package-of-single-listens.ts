// @fixture {"package":{"portreuse":{"listens":"single"}}}
import { createServer } from "node:http";
import express from "express";
import { handler } from "./handler";

createServer(handler).listen(Number(process.env.PORT ?? 3000), () => console.log("up"));
express().use(handler).listen(9090);
