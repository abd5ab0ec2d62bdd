import { Agent } from "node:https";

const ANY_ADDRESS = "::";

export const agent = new Agent({
  keepAlive: false,
  family: 6,
  localAddress: ANY_ADDRESS,
//^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect wildcard
});
