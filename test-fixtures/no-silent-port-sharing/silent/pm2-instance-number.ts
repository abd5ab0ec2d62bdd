// @fixture {"settings":{"platforms":["linux"]}}
import { createServer } from "node:http";
import { app } from "./app";

const instance = process.env.NODE_APP_INSTANCE ?? "0";

createServer(app).listen({ port: 3000, reusePort: true }, () => {
  console.log(`instance ${instance} is up`);
});
