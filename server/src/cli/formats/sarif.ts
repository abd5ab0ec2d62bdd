import { pathToFileURL } from "node:url";
import type * as Sarif from "sarif";
import { version } from "../../../../rules/src/about.ts";
import { rules } from "../../../../rules/src/rules/index.ts";
import { fullText, merged, plainText } from "../../../../rules/src/problem.ts";
import type { LocatedProblem, Place } from "../../lint/located.ts";
import { lineStartsOf, positionAt } from "../../lint/parse.ts";
import { descriptor, informationUri } from "./sarif-rules.ts";
import { isOutside, relativePath, ruleId } from "./words.ts";
import type { FullInput } from "./input.ts";
import type { FileReport } from "../scan-types.ts";

const ROOT = "SRCROOT";

/** A SARIF 2.1.0 log: findings are results with their suggestions as fixes, files that do not parse and whatever else went wrong are notifications. */
export function sarif({ reports, cwd, problems }: FullInput): string {
  const unparsed = reports.flatMap((file) =>
    file.problems.filter((each) => each.rule === null).map((each) => notification(file, each, cwd)),
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
        tool: {
          driver: {
            name: "portreuse",
            version,
            ...(informationUri !== null && { informationUri }),
            rules: rules.map(descriptor),
          },
        },
        originalUriBaseIds: { [ROOT]: { uri: `${pathToFileURL(cwd).href.replace(/\/$/, "")}/` } },
        columnKind: "utf16CodeUnits",
        invocations: [{ executionSuccessful: notifications.length === 0, toolExecutionNotifications: notifications }],
        results: reports.flatMap((file) =>
          file.problems.filter((each) => each.rule !== null).map((each) => result(file, each, cwd)),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function result(file: FileReport, problem: LocatedProblem, cwd: string): Sarif.Result {
  const artifact = artifactAt(file.path, cwd);
  const { rule, severity, place, related, suggestions } = problem;
  const lineStarts = suggestions.length > 0 ? lineStartsOf(file.text) : [];
  const fixes = suggestions.map(({ text, edits }): Sarif.Fix => ({
    description: { text: plainText(text) },
    artifactChanges: [
      { artifactLocation: artifact, replacements: [replacement(lineStarts, merged(file.text, edits))] },
    ],
  }));
  return {
    ruleId: ruleId(rule as string),
    ruleIndex: rules.findIndex((each) => each.name === rule),
    level: severity === 2 ? "error" : "warning",
    message: { text: plainText(fullText(problem)), markdown: fullText(problem) },
    locations: [locationAt(artifact, place)],
    ...(related.length > 0 && {
      relatedLocations: related.map((each, id) => ({
        id,
        ...locationAt(each.path === undefined ? artifact : artifactAt(each.path, cwd), each.place),
        message: { text: plainText(each.text) },
      })),
    }),
    ...(fixes.length > 0 && { fixes }),
  };
}

function notification({ path }: FileReport, { text, place }: LocatedProblem, cwd: string): Sarif.Notification {
  const region = { startLine: place.line, startColumn: place.column };
  return {
    level: "error",
    message: { text },
    locations: [{ physicalLocation: { artifactLocation: artifactAt(path, cwd), region } }],
  };
}

function artifactAt(path: string, cwd: string): Sarif.ArtifactLocation {
  const below = relativePath(cwd, path);
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

function replacement(lineStarts: readonly number[], edit: ReturnType<typeof merged>): Sarif.Replacement {
  const [from, to] = [positionAt(lineStarts, edit.range[0]), positionAt(lineStarts, edit.range[1])];
  return {
    deletedRegion: regionOf({ ...from, endLine: to.line, endColumn: to.column }),
    insertedContent: { text: edit.text },
  };
}
