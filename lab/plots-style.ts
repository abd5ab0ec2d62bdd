import type { Config } from "vega-lite";

/** Middle tones, about 4:1 against white and against the dark grey of editors alike: an image cannot know what it lies on. */
export const colours = {
  ink: "#7a7f87",
  blue: "#2f81d8",
  orange: "#d0661e",
  purple: "#9a6bd0",
  green: "#1f9254",
  red: "#d14b5a",
};

export const config: Config = {
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
