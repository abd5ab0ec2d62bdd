import { SETTINGS } from "../../rules/src/settings.ts";
import { table } from "./sections.ts";

interface Property {
  type?: string | readonly string[];
  enum?: readonly unknown[];
  default?: unknown;
  description?: string;
  markdownDescription?: string;
}
interface Configuration {
  properties?: Readonly<Record<string, Property>>;
}

/** The parts of the root package.json that are read. */
export interface Manifest {
  homepage: string;
  repository: { type: string; url: string };
  bugs: { url: string };
  contributes?: { configuration?: Configuration | readonly Configuration[] };
}

/**
 * The table of the extension's settings; a sentence where the manifest has none. `short`: without the section's name.
 * `narrow`: without the values, which the editor shows itself.
 */
export function settingsTable({ contributes }: Manifest, { short = false, narrow = false } = {}): string {
  const configuration = contributes?.configuration ?? [];
  const properties = [configuration].flat().flatMap((section) => Object.entries(section.properties ?? {}));
  if (properties.length === 0) return "There are no settings.";
  return table(
    ["Setting", ...(narrow ? [] : ["Values"]), "Default", "Meaning"],
    properties.map(([name, property]) => [
      `\`${short || narrow ? name.replace(/^portreuse\./, "") : name}\``,
      ...(narrow ? [] : [valuesOf(property)]),
      property.default === undefined ? "" : `\`${JSON.stringify(property.default)}\``,
      firstParagraph(property),
    ]),
  );
}

function valuesOf({ type, enum: values }: Property): string {
  return values ? values.map((value) => `\`${JSON.stringify(value)}\``).join(", ") : [type ?? ""].flat().join(" or ");
}

function firstParagraph({ markdownDescription, description }: Property): string {
  return ((markdownDescription ?? description ?? "").split(/\n\s*\n/)[0] as string).replace(/`#([\w.]+)#`/g, "`$1`");
}

/** The table of the settings that all rules share. */
export function sharedSettingsTable(): string {
  return table(
    ["Setting", "Meaning", "Default"],
    Object.entries(SETTINGS).map(([name, { meaning, absent }]) => [`\`${name}\``, meaning, absent]),
  );
}

/** The members of the interface `Settings` in the plugin's declarations. */
export function settingsMembers(): string {
  return Object.entries(SETTINGS)
    .map(([name, { kind, meaning, absent }]) => `    /** ${meaning} Absent: ${absent}. */\n    ${name}?: ${kind.type};`)
    .join("\n");
}
