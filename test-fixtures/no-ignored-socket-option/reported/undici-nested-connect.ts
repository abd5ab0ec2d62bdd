import { Agent, setGlobalDispatcher } from "undici";

export function leaveFrom(address: string): void {
  setGlobalDispatcher(
    new Agent({
      connections: 64,
      connect: { timeout: 5_000, localAddress: address },
//                               ^^^^^^^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
    }),
  );
}
