import { createApart } from "./index.js";

createApart();
