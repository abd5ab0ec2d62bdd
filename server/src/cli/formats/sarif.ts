import { relative } from "node:path";
import { pathToFileURL } from "node:url";
import type * as Sarif from "sarif";
import { homepage, version } from "../../../../rules/src/about.ts";
import { rules } from "../../../../rules/src/rules/index.ts";
import type { FullInput } from "../formats.ts";
import { positionAt } from "../../lint/parse.ts";
import type { FileReport, Place, Report } from "../scan.ts";
import { isOutside } from "./words.ts";

const ROOT = "SRCROOT";

/** A SARIF 2.1.0 log: findings are results with their suggestions as fixes, files that do not parse and whatever else went wrong are notifications. */
export function sarif({ reports, cwd, problems }: FullInput): string {
  const unparsed = reports.flatMap((file) =>
    file.reports.filter((each) => each.message.fatal).map((each) => notification(file, each, cwd)),
  );
  const notifications = [
    ...unparsed,
    ...problems.map((text): Sarif.Notification => ({ level: "error", message: { text } })),
  ];
  const log: Sarif.Log = {
    version: "2.1.0",
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    runs: [
      {
        tool: { driver: { name: "portreuse", version, informationUri: homepage, rules: rules.map(descriptor) } },
        originalUriBaseIds: { [ROOT]: { uri: `${pathToFileURL(cwd).href.replace(/\/$/, "")}/` } },
        columnKind: "utf16CodeUnits",
        invocations: [{ executionSuccessful: notifications.length === 0, toolExecutionNotifications: notifications }],
        results: reports.flatMap((file) =>
          file.reports.filter((each) => !each.message.fatal).map((each) => result(file, each, cwd)),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function descriptor({ name, meta }: (typeof rules)[number]): Sarif.ReportingDescriptor {
  return {
    id: `portreuse/${name}`,
    shortDescription: { text: meta.description },
    helpUri: `${homepage}/rules/${name}`,
    defaultConfiguration: { level: meta.recommended === "error" ? "error" : "warning" },
  };
}

function result(file: FileReport, { message, related }: Report, cwd: string): Sarif.Result {
  const artifact = artifactAt(file.path, cwd);
  const { ruleId, severity } = message;
  const fixes = message.suggestions?.map((each) => ({
    description: { text: each.desc },
    artifactChanges: [{ artifactLocation: artifact, replacements: [replacement(file.text, each.fix)] }],
  }));
  return {
    ruleId: ruleId as string,
    ruleIndex: rules.findIndex((rule) => `portreuse/${rule.name}` === ruleId),
    level: severity === 2 ? "error" : "warning",
    message: { text: message.message },
    locations: [locationAt(artifact, message as Place)],
    ...(related.length > 0 && {
      relatedLocations: related.map((each, id) => ({
        id,
        ...locationAt(artifact, each),
        message: { text: each.message },
      })),
    }),
    ...(fixes && { fixes }),
  };
}

function notification({ path }: FileReport, { message }: Report, cwd: string): Sarif.Notification {
  const { line, column } = message;
  return {
    level: "error",
    message: { text: message.message },
    locations: [
      {
        physicalLocation: { artifactLocation: artifactAt(path, cwd), region: { startLine: line, startColumn: column } },
      },
    ],
  };
}

function artifactAt(path: string, cwd: string): Sarif.ArtifactLocation {
  const below = relative(cwd, path).replaceAll("\\", "/");
  return isOutside(below)
    ? { uri: pathToFileURL(path).href }
    : { uri: below.split("/").map(encodeURIComponent).join("/"), uriBaseId: ROOT };
}

function locationAt(artifactLocation: Sarif.ArtifactLocation, place: Place): Sarif.Location {
  return { physicalLocation: { artifactLocation, region: regionOf(place) } };
}

function regionOf({ line, column, endLine, endColumn }: Place): Sarif.Region {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

function replacement(
  text: string,
  { range, text: inserted }: { range: [number, number]; text: string },
): Sarif.Replacement {
  const starts = [0, ...[...text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)].map((each) => each.index + each[0].length)];
  const [from, to] = [positionAt(starts, range[0]), positionAt(starts, range[1])];
  return {
    deletedRegion: regionOf({ ...from, endLine: to.line, endColumn: to.column }),
    insertedContent: { text: inserted },
  };
}
