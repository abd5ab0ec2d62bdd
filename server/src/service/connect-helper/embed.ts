/** Puts the text of the connect helpers, which are tested as files, into a module of the service: `tsx server/src/service/connect-helper/embed.ts`. */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const SOURCES = { ffi: "connect-no-port.ffi.mjs", koffi: "connect-no-port.koffi.mjs" } as const;

/** The module `texts.ts`. */
export function textsModule(): string {
  const entries = Object.entries(SOURCES).map(([name, file]) => {
    const text = readFileSync(new URL(`../../../../test-fixtures/connect-helper/${file}`, import.meta.url), "utf8");
    return `  ${name}: [\n${text
      .split("\n")
      .map((line) => `    ${JSON.stringify(line)},\n`)
      .join("")}  ].join("\\n"),\n`;
  });
  return `/** Generated from test-fixtures/connect-helper by embed.ts. */\nexport const texts = {\n${entries.join("")}} as const;\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(new URL("./texts.ts", import.meta.url), textsModule());
