import http from "node:http";
import { Bus } from "./bus.js";
const bus = new Bus(http.createServer());
bus.listen(3000);
