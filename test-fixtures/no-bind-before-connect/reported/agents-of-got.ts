import got from "got";
import { Agent } from "node:https";

export const fetch = (url: string) => got(url, { localAddress: process.env.EGRESS_IP, agent: { https: new Agent({ keepAlive: true }) } });
//                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
// @107:112 no-agent-per-request agent
