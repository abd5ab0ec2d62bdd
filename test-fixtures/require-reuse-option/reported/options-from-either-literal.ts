import { createServer } from "node:net";

export function openControl(publicAccess: boolean, accept: () => void) {
  let where = { port: 6010, host: "127.0.0.1" };
  if (publicAccess) where = { port: 6010, host: "0.0.0.0" };
  return createServer(accept).listen(where);
  //                          ^^^^^^ require-reuse-option noPolicy
}
