// Checks the file that is named with all rules, in a process of its own, and says what that cost and what came out. What no file can
// hold, as half a character, comes as JSON.
import { readFileSync } from "node:fs";
import { rules } from "../../rules/src/rules/index.ts";
import { checkMessages } from "../src/lint/messages.ts";

const levels = Object.fromEntries(rules.map(({ name }) => [name, { level: "error" as const }]));
const settings = { host: {}, hostName: "portreuse", package: null };
const check = (text: string) => checkMessages({ text, path: "src/a.js", settings, levels });

check('import http from "node:http";\nhttp.createServer().listen(3000);\n');
const start = { rss: process.memoryUsage.rss(), cpu: process.cpuUsage() };
const [, , path = ""] = process.argv;
const given = readFileSync(path, "utf8");
const [message] = check(path.endsWith(".json") ? (JSON.parse(given) as string) : given);
const { user, system } = process.cpuUsage(start.cpu);
console.log(
  JSON.stringify({
    message: message?.message ?? "",
    seconds: (user + system) / 1e6,
    megabytes: (process.resourceUsage().maxRSS * 1024 - start.rss) / 1e6,
  }),
);
