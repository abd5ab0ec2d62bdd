import { createServer } from "node:http";
import { api } from "./api.mjs";
import { site } from "./site.mjs";

[api, site].forEach((handler) => {
  createServer(handler).listen(3200);
  //                    ^^^^^^ no-duplicate-listen loop
});
