import { watch } from "node:fs";
import { start } from "./app.js";

watch(".", () => process.exit(75));
start();
