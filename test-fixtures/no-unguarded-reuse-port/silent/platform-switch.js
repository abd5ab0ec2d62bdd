import { createServer } from "node:http";
import { onRequest } from "./on-request.js";

function listenOptions(port) {
  const options = { port, host: "0.0.0.0" };
  switch (process.platform) {
    case "linux":
    case "freebsd":
      options.reusePort = true;
      break;
    default:
      options.exclusive = false;
  }
  return options;
}

createServer(onRequest).listen(listenOptions(Number(process.env.PORT)));
