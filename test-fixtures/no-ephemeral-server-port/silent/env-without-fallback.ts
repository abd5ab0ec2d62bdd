import { createServer } from "node:http";
import { app } from "./app";

createServer(app).listen({ port: Number(process.env.PORT), exclusive: true });
