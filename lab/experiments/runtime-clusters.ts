import type { Experiment } from "../experiment.ts";
import { runCluster, type ServerKind } from "../runtime-script.ts";

const host = "127.0.0.1";
const hostname = host;

export const experiments: readonly Experiment[] = [
  {
    fact: "bun-cluster-net-through-primary",
    needs: ["bun"],
    expect: {
      "node:net, workers": ["OK", "OK"],
      "node:net, sockets held by": ["primary"],
      "node:tls, workers": ["OK", "OK"],
      "node:tls, sockets held by": ["primary+worker+worker"],
      "port 0: one port": true,
      "exclusive: true, workers": ["OK", "EADDRINUSE"],
    },
    control: { changes: "node:http" },
    async run(lab) {
      const kind = lab.either<ServerKind, ServerKind>("net", "http");
      const plain = await runCluster(lab, "bun", kind, { host, port: 4000 });
      const tls = await runCluster(lab, "bun", "tls", { host, port: 4000 });
      return {
        "node:net, workers": plain.outcomes,
        "node:net, sockets held by": plain.holders,
        "node:tls, workers": tls.outcomes,
        "node:tls, sockets held by": tls.holders,
        "port 0: one port": (await runCluster(lab, "bun", kind, { host, port: 0 })).samePort,
        "exclusive: true, workers": (await runCluster(lab, "bun", kind, { host, port: 4000, exclusive: true }))
          .outcomes,
      };
    },
  },
  {
    fact: "bun-cluster-shares",
    needs: ["bun"],
    expect: {
      "node:http, workers": ["OK", "OK"],
      "node:http, sockets held by": ["worker", "worker"],
      "node:https, sockets held by": ["worker", "worker"],
      "Bun.serve, sockets held by": ["worker", "worker"],
      "exclusive: true, workers": ["OK", "OK"],
      "reusePort: true, workers": ["OK", "OK"],
      "reusePort: true, sockets held by": ["worker", "worker"],
      "port 0: one port": false,
      "a second program beside it, workers": ["OK", "OK"],
    },
    control: { changes: "node:net" },
    async run(lab) {
      const pick = (kind: ServerKind) => lab.either<ServerKind, ServerKind>(kind, "net");
      const http = await runCluster(lab, "bun", pick("http"), { host, port: 4000 });
      const https = await runCluster(lab, "bun", pick("https"), { host, port: 4000 });
      const serve = await runCluster(lab, "bun", pick("Bun.serve"), { hostname, host, port: 4000 });
      const exclusive = await runCluster(lab, "bun", pick("http"), { host, port: 4000, exclusive: true });
      const asked = await runCluster(lab, "bun", pick("http"), { host, port: 4000, reusePort: true });
      const zero = await runCluster(lab, "bun", pick("http"), { host, port: 0 });
      await runCluster(lab, "bun", pick("http"), { host, port: 4001 }, true);
      return {
        "node:http, workers": http.outcomes,
        "node:http, sockets held by": http.holders,
        "node:https, sockets held by": https.holders,
        "Bun.serve, sockets held by": serve.holders,
        "exclusive: true, workers": exclusive.outcomes,
        "reusePort: true, workers": asked.outcomes,
        "reusePort: true, sockets held by": asked.holders,
        "port 0: one port": zero.samePort,
        "a second program beside it, workers": (await runCluster(lab, "bun", pick("http"), { host, port: 4001 }))
          .outcomes,
      };
    },
  },
  {
    fact: "deno-cluster-through-primary",
    needs: ["deno"],
    expect: {
      "node:net, workers": ["OK", "OK"],
      "node:net, sockets held by": ["primary"],
      "node:http, workers": ["OK", "OK"],
      "node:http, sockets held by": ["primary"],
      "node:https, sockets held by": ["primary"],
      "Deno.serve, workers": ["OK", "EADDRINUSE"],
      "Deno.serve with reusePort, workers": ["OK", "OK"],
    },
    control: { changes: "exclusive: true" },
    async run(lab) {
      const options = lab.either({ host, port: 4000 }, { host, port: 4000, exclusive: true });
      const net = await runCluster(lab, "deno", "net", options);
      const http = await runCluster(lab, "deno", "http", options);
      const https = await runCluster(lab, "deno", "https", options);
      const serve = (reusePort: boolean) => runCluster(lab, "deno", "Deno.serve", { hostname, port: 4000, reusePort });
      return {
        "node:net, workers": net.outcomes,
        "node:net, sockets held by": net.holders,
        "node:http, workers": http.outcomes,
        "node:http, sockets held by": http.holders,
        "node:https, sockets held by": https.holders,
        "Deno.serve, workers": (await serve(false)).outcomes,
        "Deno.serve with reusePort, workers": (await serve(true)).outcomes,
      };
    },
  },
];
