import os from "node:os";
import { openPublic } from "./public.js";
import { openLegacy } from "./legacy.js";

console.log(os.cpus().length);
openPublic();
openLegacy();
