import { formats } from "./server.js";

console.log(formats.includes(process.argv[2]));
