import { parseArgs, type ParseArgsConfig } from "node:util";

/** The options of a command of the lab. Wrong ones end the process: one line that says what is wrong, and exit code 2. */
export function optionsOf<const Options extends NonNullable<ParseArgsConfig["options"]>>(
  command: string,
  options: Options,
  more = "",
) {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    // The first sentence says what is wrong; the others, how to pass odd values.
    const [what = ""] = (error as Error).message.replace("is ambiguous", "missing").split(/\. ?[A-Z\n]/);
    console.error(
      `${command}: ${what}${
        more ||
        `; there are ${Object.keys(options)
          .map((name) => `--${name}`)
          .join(", ")}`
      }`,
    );
    process.exit(2);
  }
}
