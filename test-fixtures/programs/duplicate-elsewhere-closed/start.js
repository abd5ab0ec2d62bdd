import { once } from "node:events";
import { splash } from "./splash.js";
import { open } from "./open.js";

const waiting = splash();
await new Promise((resolve) => setTimeout(resolve, 500));
waiting.close();
await once(waiting, "close");
open();
