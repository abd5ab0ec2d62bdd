import { checkMessages } from "../../server/src/lint/messages.ts";
import { rules } from "../src/rules/index.ts";

const levels = Object.fromEntries(rules.map(({ name }) => [name, { level: "error" as const }]));

/** Checks each text that comes, and answers with what it found. */
process.on("message", (text: string) => {
  const found = checkMessages({
    text,
    path: "src/server.ts",
    settings: { host: {}, hostName: "settings", package: null },
    levels,
  });
  process.send!(found.map(({ message }) => message));
});
