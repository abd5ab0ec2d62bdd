/**
 * What kept the rules from looking to the end of a file, in one sentence: nothing that a file holds may stop a host.
 * @throws the error itself where it is not the engine that gave up; then the mistake is ours
 */
export function obstacle(error: unknown): string {
  if (!(error instanceof RangeError)) throw error;
  const reason = /call stack/.test(error.message)
    ? "The code is nested too deep to be followed"
    : `The code cannot be followed (${error.message})`;
  return `${reason}: findings may be missing in this file.`;
}
