// Types of both helpers. Keep it beside the helper, under the same name: connect-no-port.ffi.d.mts for connect-no-port.ffi.mjs.
import type { Agent, AgentOptions } from "node:http";
import type { Agent as SecureAgent, AgentOptions as SecureAgentOptions } from "node:https";
import type { NetConnectOpts, Socket } from "node:net";

/** Connects from `localAddress`, whose port the kernel chooses with the destination in view. `host` is an IP address of the same family. */
export function connectFrom(localAddress: string, options: NetConnectOpts & { host: string; port: number }): Socket;

/** An agent for http: whose connections leave from `localAddress`. */
export function createAgent(localAddress: string, options?: AgentOptions): Agent;

/** An agent for https: whose connections leave from `localAddress`. */
export function createSecureAgent(localAddress: string, options?: SecureAgentOptions): SecureAgent;
