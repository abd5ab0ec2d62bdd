/** The shape of `results/plots.json`, from which every picture is drawn. */
import { transformSync } from "esbuild";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface Destinations {
  remedy: "bind" | "no-port" | "no-bind";
  destinations: number;
  /** Size of the ephemeral range. */
  ports: number;
  connections: number;
}

export interface Shares {
  /** Listeners in the reuseport group. */
  group: number;
  /** Which of them, from 1, in the order of their bind. */
  listener: number;
  connections: number;
}

export interface Closing {
  /** tcp_migrate_req. */
  migrate: 0 | 1;
  listeners: number;
  /** Connections made and not yet accepted when one listener closed. */
  queued: number;
  /** Of these, how many the client saw reset. */
  lost: number;
}

export interface Growing {
  /** Sockets in the group before and after. */
  from: number;
  to: number;
  flows: number;
  /** Flows whose datagrams reached another socket than before. */
  moved: number;
}

export interface Restart {
  /** Seconds from the start at which the server was killed. */
  kill: number;
  /** Seconds from the start at which the client closed its end. */
  clientClose: number;
  samples: {
    seconds: number;
    /** Of the connection, on the server's port; null when there is none any more. */
    state: string | null;
    /** What bind() and listen() on the server's port answered; null when they succeeded. */
    plain: string | null;
    reuseAddr: string | null;
  }[];
}

export interface PlotData {
  /** Of the source that recorded this, by `recorderHash()`. */
  recorderHash: string;
  /** Version of the kernel, e.g. `6.1.176`. */
  kernel: string;
  destinations: Destinations[];
  shares: Shares[];
  growing: Growing[];
  restart: Restart;
  /** By kernel version. */
  closing: Record<string, Closing[]>;
}

export const plotsFile = join(import.meta.dirname, "results/plots.json");

export function readPlots(): PlotData {
  return JSON.parse(readFileSync(plotsFile, "utf8")) as PlotData;
}

/** SHA-256 of what the recorder does, without formatting, comments and types: the numbers are stale when it changes. */
export function recorderHash(): string {
  const source = readFileSync(join(import.meta.dirname, "plots-series.ts"), "utf8");
  const { code } = transformSync(source, { loader: "ts", minify: true, format: "esm", target: "node20" });
  return createHash("sha256").update(code).digest("hex");
}
