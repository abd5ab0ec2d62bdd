import "./src/intake.js";
import { openHealth } from "./src/health.js";
import { openTrace } from "./src/trace.js";
import { openReports } from "./src/reports.js";

async function main() {
  await openHealth();
  if (process.env.TRACE) await openTrace();
  openReports();
}

main();
