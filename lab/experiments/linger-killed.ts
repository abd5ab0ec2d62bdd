import type { Experiment } from "../experiment.ts";
import { must, tryBind } from "../tcp.ts";

const lo = "127.0.0.1";

export const experiments: readonly Experiment[] = [
  {
    fact: "linger-zero-when-killed",
    expect: {
      "SIGKILL: left behind": [],
      "SIGKILL: the peer reads": "ECONNRESET",
      "SIGKILL: bind without SO_REUSEADDR": "OK",
      "SIGABRT: left behind": [],
      "exit(): left behind": [],
      "SIGKILL without linger: left behind": ["FIN_WAIT2"],
    },
    control: { without: ["SO_LINGER"] },
    async run({ sys, peer, states }) {
      const serve = async (port: number, linger: boolean) => {
        const server = await peer();
        const fd = await server.socket();
        must(await server.bind(fd, lo, port), "bind");
        must(await server.listen(fd), "listen");
        const client = sys.socket();
        must(sys.connect(client, lo, port), "connect");
        const accepted = await server.accept(fd);
        if (linger) await server.linger(accepted as number, 0);
        return { server, client };
      };
      const killed = await serve(4000, true);
      const aborted = await serve(4001, true);
      const exited = await serve(4002, true);
      const control = await serve(4003, false);
      await killed.server.kill();
      await aborted.server.kill("SIGABRT");
      await exited.server.exit();
      await control.server.kill();
      return {
        "SIGKILL: left behind": states(4000),
        "SIGKILL: the peer reads": sys.recv(killed.client),
        "SIGKILL: bind without SO_REUSEADDR": tryBind(sys, lo, 4000),
        "SIGABRT: left behind": states(4001),
        "exit(): left behind": states(4002),
        "SIGKILL without linger: left behind": states(4003),
      };
    },
  },
];
