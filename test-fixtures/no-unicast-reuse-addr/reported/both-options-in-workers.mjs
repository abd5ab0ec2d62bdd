// @fixture {"settings":{"platforms":["linux"]}}
import dgram from "node:dgram";
import { availableParallelism } from "node:os";
import { isMainThread, Worker } from "node:worker_threads";

if (isMainThread) {
  for (let i = 0; i < availableParallelism(); i++) new Worker(new URL(import.meta.url));
} else {
  const statsd = dgram.createSocket({ type: "udp4", reuseAddr: true, reusePort: true });
//                                                  ^^^^^^^^^^^^^^^ no-unicast-reuse-addr unicast
  statsd.bind(8125, "127.0.0.1");
}
