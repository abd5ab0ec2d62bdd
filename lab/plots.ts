/**
 * `npm run lab:plots`, second half: draws `docs/images/*.svg` from what
 * `results/plots.json` recorded. The same recording gives the same bytes.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse, View } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import { readPlots, type PlotData } from "./plots-data.ts";
import { restartTimeline } from "./plots-restart.ts";
import { colours, config } from "./plots-style.ts";

export const imagesFolder = join(import.meta.dirname, "../docs/images");

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

/** Draws all pictures from what is recorded now. */
export async function drawPictures(): Promise<void> {
  await mkdir(imagesFolder, { recursive: true });
  for (const [name, svg] of Object.entries(await pictures(readPlots()))) await writeFile(join(imagesFolder, name), svg);
}

if (process.argv[1] === import.meta.filename) {
  await drawPictures();
  console.log("drawn in docs/images");
}
