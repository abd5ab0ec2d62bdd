/** Whether an output takes colours: as --color and --no-color say, else NO_COLOR and FORCE_COLOR, else a terminal does. */
export function hasColour(
  stream: { isTTY?: boolean },
  asked: boolean | null = null,
  env: NodeJS.ProcessEnv = process.env,
): boolean {
  if (asked !== null) return asked;
  if (env["NO_COLOR"]) return false;
  if (env["FORCE_COLOR"] !== undefined) return env["FORCE_COLOR"] !== "0";
  return stream.isTTY === true && env["TERM"] !== "dumb";
}
