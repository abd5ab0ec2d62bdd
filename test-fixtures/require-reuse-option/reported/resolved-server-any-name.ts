import { createServer } from "node:http";
import { app } from "./app";
import { endpoints } from "./config";

createServer(app).listen(endpoints.public);
//                ^^^^^^ require-reuse-option noPolicy
