import type { TopLevelSpec } from "vega-lite";
import type { PlotData, Restart } from "./plots-data.ts";
import { colours } from "./plots-style.ts";

/** What a plain bind and one with SO_REUSEADDR get, second by second, after a server was killed. */
export function restartTimeline({ restart, kernel }: PlotData): TopLevelSpec {
  const rows = [
    "The connection on the server's port",
    "New server without SO_REUSEADDR",
    "New server with SO_REUSEADDR",
  ] as const;
  const values = [
    ...segments(restart, rows[0], (sample) => sample.state),
    ...segments(restart, rows[1], (sample) => sample.plain ?? "OK"),
    ...segments(restart, rows[2], (sample) => sample.reuseAddr ?? "OK"),
  ];
  const hues: Record<string, string> = {
    ESTABLISHED: colours.blue,
    FIN_WAIT1: colours.purple,
    FIN_WAIT2: colours.purple,
    TIME_WAIT: colours.orange,
    OK: colours.green,
    EADDRINUSE: colours.red,
  };
  const labels = [...new Set(values.map((segment) => segment.label))];
  const event = (seconds: number, text: string, align: "left" | "right") => ({
    data: { values: [{ seconds, text }] },
    encoding: { x: { field: "seconds", type: "quantitative" as const } },
    layer: [
      { mark: { type: "rule" as const, strokeDash: [4, 3] } },
      {
        mark: { type: "text" as const, align, baseline: "bottom" as const, dx: align === "left" ? 3 : -3, y: -3 },
        encoding: { text: { field: "text" } },
      },
    ],
  });
  return {
    title: {
      text: "A server is killed with a connection open: who may bind its port, and when",
      subtitle: [
        "The killed server had SO_REUSEADDR, as Node.js sets it",
        `bind() and listen() tried every half second, Linux ${kernel}`,
      ],
    },
    width: 640,
    height: 150,
    layer: [
      {
        data: { values },
        encoding: {
          y: {
            field: "row",
            type: "nominal",
            sort: [...rows],
            axis: { title: null, labelLimit: 0, domain: false, ticks: false },
          },
        },
        layer: [
          {
            mark: { type: "bar", height: 30 },
            encoding: {
              x: {
                field: "from",
                type: "quantitative",
                scale: { nice: false },
                axis: { title: "Seconds", grid: false },
              },
              x2: { field: "to" },
              color: {
                field: "label",
                scale: { domain: labels, range: labels.map((label) => hues[label] ?? colours.ink) },
                legend: null,
              },
            },
          },
          {
            transform: [{ calculate: "(datum.from + datum.to) / 2", as: "middle" }],
            mark: { type: "text", color: "#ffffff", fontWeight: "bold", fontSize: 11 },
            encoding: { x: { field: "middle", type: "quantitative" }, text: { field: "label" } },
          },
        ],
      },
      event(restart.kill, "SIGKILL to the server", "right"),
      event(restart.clientClose, "the client closes", "left"),
    ],
  };
}

interface Segment {
  row: string;
  label: string;
  from: number;
  to: number;
}

/** Runs of equal samples; a run ends where the next one was first seen. */
function segments(
  { samples }: Restart,
  row: string,
  labelOf: (sample: Restart["samples"][number]) => string | null,
): Segment[] {
  const found: Segment[] = [];
  let before: string | null = null;
  for (const sample of samples) {
    const label = labelOf(sample);
    if (before !== null) found.at(-1)!.to = sample.seconds;
    if (label !== null && label !== before) found.push({ row, label, from: sample.seconds, to: sample.seconds });
    before = label;
  }
  return found.filter((segment) => segment.to > segment.from);
}
