/**
 * `npm run lab:plots`, second half: draws `docs/images/*.svg` from what
 * `results/plots.json` recorded. The same recording gives the same bytes.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse, View } from "vega";
import { compile, type Config, type TopLevelSpec } from "vega-lite";
import { readPlots, type PlotData, type Restart } from "./plots-data.ts";

export const imagesFolder = join(import.meta.dirname, "../docs/images");

/** Middle tones, about 4:1 against white and against the dark grey of editors alike: an image cannot know what it lies on. */
export const colours = {
  ink: "#7a7f87",
  blue: "#2f81d8",
  orange: "#d0661e",
  purple: "#9a6bd0",
  green: "#1f9254",
  red: "#d14b5a",
};

const config: Config = {
  background: "transparent",
  font: "system-ui, -apple-system, 'Segoe UI', 'DejaVu Sans', sans-serif",
  padding: 12,
  title: {
    color: colours.ink,
    subtitleColor: colours.ink,
    fontSize: 16,
    subtitleFontSize: 12,
    anchor: "start",
    offset: 14,
    subtitlePadding: 5,
  },
  axis: {
    labelColor: colours.ink,
    titleColor: colours.ink,
    domainColor: colours.ink,
    tickColor: colours.ink,
    gridColor: colours.ink,
    gridOpacity: 0.25,
    labelFontSize: 12,
    titleFontSize: 12,
    titleFontWeight: "normal",
    titlePadding: 10,
  },
  legend: {
    labelColor: colours.ink,
    titleColor: colours.ink,
    labelFontSize: 12,
    labelLimit: 0,
    orient: "bottom",
    direction: "vertical",
    title: null,
  },
  header: {
    labelColor: colours.ink,
    titleColor: colours.ink,
    labelFontSize: 12,
    titleFontSize: 12,
    titleFontWeight: "normal",
  },
  text: { color: colours.ink, fontSize: 12 },
  rule: { color: colours.ink },
  view: { stroke: null },
};

/** File name → SVG, all of them. */
export async function pictures(data: PlotData): Promise<Record<string, string>> {
  const specs: Record<string, TopLevelSpec> = {
    "connections-by-destinations.svg": connectionsByDestinations(data),
    "reuseport-shares.svg": reuseportShares(data),
    "listener-close.svg": listenerClose(data),
    "udp-group-growth.svg": udpGroupGrowth(data),
    "restart-time-wait.svg": restartTimeline(data),
  };
  const drawn = await Promise.all(Object.entries(specs).map(async ([name, spec]) => [name, await draw(spec)] as const));
  return Object.fromEntries(drawn);
}

async function draw(spec: TopLevelSpec): Promise<string> {
  const { spec: vega } = compile(spec, { config });
  return (await new View(parse(vega), { renderer: "none" }).toSVG()) + "\n";
}

function connectionsByDestinations({ destinations, kernel }: PlotData): TopLevelSpec {
  const names = {
    bind: "bind(address, 0), then connect()",
    "no-port": "the same with IP_BIND_ADDRESS_NO_PORT",
    "no-bind": "connect() alone",
  };
  const values = destinations.map((row) => ({ ...row, way: names[row.remedy] }));
  const way = { field: "way", sort: Object.values(names) } as const;
  return {
    title: {
      text: `Connections that ${destinations[0]!.ports} ephemeral ports allow`,
      subtitle: `One local address, IPv4, Linux ${kernel}`,
    },
    width: 560,
    height: 260,
    data: { values },
    encoding: {
      x: { field: "destinations", type: "ordinal", axis: { title: "Destinations (address and port)", labelAngle: 0 } },
      y: { field: "connections", type: "quantitative", axis: { title: "Connections open at once" } },
      xOffset: way,
    },
    layer: [
      {
        mark: { type: "bar" },
        encoding: {
          color: {
            ...way,
            scale: { domain: Object.values(names), range: [colours.orange, colours.blue, colours.green] },
          },
        },
      },
      { mark: { type: "text", dy: -7 }, encoding: { text: { field: "connections" } } },
    ],
  };
}

function reuseportShares({ shares, kernel }: PlotData): TopLevelSpec {
  const total = (group: number) =>
    shares.filter((row) => row.group === group).reduce((sum, row) => sum + row.connections, 0);
  const values = shares.map((row) => ({
    ...row,
    group: `${row.group} listeners`,
    share: row.connections / total(row.group),
    even: 1 / row.group,
  }));
  return {
    title: {
      text: "The share of each listener in a reuseport group",
      subtitle: `${total(shares[0]!.group)} connections to each group, Linux ${kernel}; the line is an even share`,
    },
    data: { values },
    facet: { column: { field: "group", sort: values.map((row) => row.group), header: { title: null } } },
    spec: {
      width: { step: 34 },
      height: 220,
      layer: [
        {
          mark: { type: "bar", color: colours.blue },
          encoding: {
            x: { field: "listener", type: "ordinal", axis: { title: "Listener", labelAngle: 0 } },
            y: { field: "share", type: "quantitative", axis: { title: "Share of the connections", format: "%" } },
          },
        },
        {
          mark: { type: "rule", color: colours.orange, size: 2 },
          encoding: { y: { field: "even", type: "quantitative", aggregate: "min" } },
        },
      ],
    },
    align: "none",
    spacing: 28,
    resolve: { scale: { x: "independent" } },
  };
}

function listenerClose({ closing }: PlotData): TopLevelSpec {
  const names = { 0: "tcp_migrate_req = 0 (the default)", 1: "tcp_migrate_req = 1" };
  const values = Object.entries(closing).flatMap(([kernel, rows]) =>
    rows.map((row) => ({ ...row, kernel: `Linux ${kernel}`, setting: names[row.migrate] })),
  );
  const { listeners, queued } = values[0]!;
  const setting = { field: "setting", sort: Object.values(names) } as const;
  return {
    title: {
      text: "Connections lost when a listener closes",
      subtitle: [
        `${queued} connections wait in the accept queues of a reuseport group`,
        `of ${listeners} listeners; then one of them closes`,
      ],
    },
    width: { step: 44 },
    height: 240,
    data: { values },
    encoding: {
      x: {
        field: "kernel",
        type: "nominal",
        sort: values.map((row) => row.kernel),
        axis: { title: null, labelAngle: 0 },
      },
      y: { field: "lost", type: "quantitative", axis: { title: "Connections reset", tickMinStep: 1 } },
      xOffset: setting,
    },
    layer: [
      {
        mark: { type: "bar" },
        encoding: {
          color: { ...setting, scale: { domain: Object.values(names), range: [colours.orange, colours.blue] } },
        },
      },
      { mark: { type: "text", dy: -7 }, encoding: { text: { field: "lost" } } },
    ],
  };
}

function udpGroupGrowth({ growing, kernel }: PlotData): TopLevelSpec {
  const names = { moved: "moved, measured", fewest: "an even share for the new socket, the least possible" };
  const values = growing.flatMap((row) => {
    const step = `${row.from} → ${row.to}`;
    return [
      { step, what: names.moved, share: row.moved / row.flows },
      { step, what: names.fewest, share: 1 / row.to },
    ];
  });
  const what = { field: "what", sort: Object.values(names) } as const;
  return {
    title: {
      text: "UDP flows that move when a reuseport group grows",
      subtitle: `${growing[0]!.flows} flows, one datagram each before and after, Linux ${kernel}`,
    },
    width: 520,
    height: 240,
    data: { values },
    encoding: {
      x: {
        field: "step",
        type: "ordinal",
        sort: values.map((row) => row.step),
        axis: { title: "Sockets in the group", labelAngle: 0 },
      },
      y: { field: "share", type: "quantitative", axis: { title: "Flows that reach another socket", format: "%" } },
      xOffset: what,
    },
    layer: [
      {
        mark: { type: "bar" },
        encoding: {
          color: { ...what, scale: { domain: Object.values(names), range: [colours.orange, colours.blue] } },
        },
      },
      { mark: { type: "text", dy: -7, fontSize: 11 }, encoding: { text: { field: "share", format: ".0%" } } },
    ],
  };
}

function restartTimeline({ restart, kernel }: PlotData): TopLevelSpec {
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

/** Draws all pictures from what is recorded now. */
export async function drawPictures(): Promise<void> {
  await mkdir(imagesFolder, { recursive: true });
  for (const [name, svg] of Object.entries(await pictures(readPlots()))) await writeFile(join(imagesFolder, name), svg);
}

if (process.argv[1] === import.meta.filename) {
  await drawPictures();
  console.log("drawn in docs/images");
}
