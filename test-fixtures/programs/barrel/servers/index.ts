export { startApi } from "./api.js";
export * from "./metrics.js";
