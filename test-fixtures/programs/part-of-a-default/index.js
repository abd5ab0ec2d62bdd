export { create, createApart } from "./create.js";
