import { open } from "./open.js";
export function boot(options) { return open(options); }
