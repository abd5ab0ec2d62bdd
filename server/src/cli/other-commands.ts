/** All verbs but `check`, which is what mostly runs, and should not load the others. */
export { explainCommand as explain } from "./explain-command.ts";
export { helpCommand as help } from "./help.ts";
export { initCommand as init } from "./init-command.ts";
export { portsCommand as ports } from "./ports-command.ts";
export { rulesCommand as rules } from "./rules-command.ts";
export { whoCommand as who } from "./who-command.ts";
