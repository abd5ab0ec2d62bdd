import dgram from "node:dgram";
import { parse, type Sample } from "./statsd-line";

const STATSD_PORT = 8125;

export function receive(onSample: (sample: Sample) => void): dgram.Socket {
  const sock = dgram.createSocket({ type: "udp4", reusePort: true });
  //                                              ^^^^^^^^^^^^^^^ no-unguarded-reuse-port unguarded
  sock.on("message", (buf) => {
    for (const line of buf.toString("utf8").split("\n")) {
      const sample = parse(line);
      if (sample) onSample(sample);
    }
  });
  sock.bind(STATSD_PORT);
  return sock;
}
