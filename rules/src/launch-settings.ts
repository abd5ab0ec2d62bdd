import { got, isObject, oneOf, record } from "./setting-kinds.ts";
import { nearest } from "./nearest.ts";

/** How a file is started, where nothing that can be read shows it. */
export interface LaunchSetting {
  as: (typeof AS)[number];
  /** Absent: unknown. */
  count?: number | "many";
}

const AS = ["cluster", "threads", "processes", "once"] as const;
const as = oneOf(AS);
const KEYS = ["as", "count"];
const EXPECTED = `an object such as { "as": "cluster", "count": 4 }`;

/** The setting `launches`: the path of a file → how it is started. */
export const launches = record<LaunchSetting>({
  expected: "an object of paths, each with how the file is started",
  value: {
    schema: {
      type: "object",
      properties: {
        as: { ...as.schema, description: "What the file runs as." },
        count: {
          anyOf: [{ type: "integer", minimum: 1 }, { enum: ["many"] }],
          description: "How many of them there are.",
        },
      },
      required: ["as"],
      additionalProperties: false,
    },
    type: `{ as: ${as.type}; count?: number | "many" }`,
  },
  problems(path, value, where) {
    if (!isPath(path)) return [`${where}: expected a path relative to the folder, with forward slashes.`];
    if (!isObject(value)) return [`${where}: expected ${EXPECTED}, got ${got(value)}.`];
    const { count } = value;
    return [
      ...Object.keys(value).flatMap((key) => (KEYS.includes(key) ? [] : [`${where}.${key}: ${unknownKey(key)}`])),
      ...(value["as"] === undefined
        ? [`${where}: expected ${EXPECTED}, got no "as".`]
        : as.problems(value["as"], `${where}.as`)),
      ...(count === undefined || isCount(count)
        ? []
        : [`${where}.count: expected a whole number from 1 or "many", got ${got(count)}.`]),
      ...(value["as"] === "once" && isCount(count) && count !== 1
        ? [`${where}.count: expected 1 or nothing where "as" is "once", got ${got(count)}.`]
        : []),
    ];
  },
});

function unknownKey(key: string): string {
  const near = nearest(key, KEYS);
  return near === null ? "no such key; there are as and count." : `no such key. Did you mean ${near}?`;
}

function isCount(value: unknown): boolean {
  return value === "many" || (Number.isInteger(value) && (value as number) >= 1);
}

function isPath(path: string): boolean {
  return path !== "" && !path.includes("\\") && !/^(?:\/|[A-Za-z]:)/.test(path);
}
