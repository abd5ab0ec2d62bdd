import { createServer } from "node:http";
import { loadListenOptions } from "./config";
import { app } from "./app";

const options = await loadListenOptions();
createServer(app).listen(options);
