import config from "./config.js";

export const withPolicy = { ...config.http, port: 3001 };
