// @fixture {"settings":{"platforms":["darwin","win32"]}}
import { Agent } from "node:https";

export const agent = new Agent({ localAddress: "192.168.64.2" });
