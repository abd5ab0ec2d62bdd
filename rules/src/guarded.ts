/** There is more of something in a file than can be looked at in bounded time. */
export class TooMany extends Error {}

/**
 * What kept the rules from looking to the end of a file, in one sentence: nothing that a file holds may stop a host.
 * @throws the error itself where it is not the engine that gave up; then the mistake is ours
 */
export function obstacle(error: unknown): string {
  if (error instanceof TooMany)
    return `The code cannot be followed (${error.message}): findings are missing in this file.`;
  if (!(error instanceof RangeError)) throw error;
  const reason = /call stack/.test(error.message)
    ? "The code is nested too deep to be followed"
    : `The code cannot be followed (${error.message})`;
  return `${reason}: findings may be missing in this file.`;
}
