// @fixture {"filename":"src/agent.spec.ts"}
import { Agent } from "node:http";

export const agent = new Agent({ localAddress: "127.0.0.2" });
