import { availableParallelism } from "node:os";
import { startAll } from "./start-all.js";

startAll(new URL("./oven.js", import.meta.url), availableParallelism());
