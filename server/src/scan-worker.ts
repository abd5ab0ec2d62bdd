import module from "node:module";
import { parentPort } from "node:worker_threads";
import type { Answer, Question } from "./cli/helpers.ts";

module.enableCompileCache?.();
const { lookAt } = await import("./cli/first-look.ts");

async function answerTo(question: Question): Promise<Answer> {
  if (question.kind === "look") {
    const { look, thread } = question.asked;
    return { kind: "look", answer: lookAt(look, thread) };
  }
  const { checkBlocks } = await import("./cli/scan.ts");
  return { kind: "check", answer: await checkBlocks(question.asked) };
}

parentPort?.on(
  "message",
  (question: Question) => void answerTo(question).then((each) => parentPort?.postMessage(each)),
);
// The next question may come later: what it needs is loaded meanwhile.
await import("./cli/scan-file.ts");
