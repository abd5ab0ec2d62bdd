import { createServer } from "node:http";
import { app } from "./app";

createServer(app).listen({ port: 3000, host: "0.0.0.0", reusePort: false });
