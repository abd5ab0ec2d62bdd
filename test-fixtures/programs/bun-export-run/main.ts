import { names } from "./names.ts";

export default {
  // @1:15 require-reuse-option noPolicy
  port: 3000,
  fetch: () => Response.json(names),
};
