import { printable } from "../../../rules/src/printable.ts";

/** As much of a stream as is used. */
export interface Output {
  write(text: string): unknown;
  isTTY?: boolean;
  columns?: number;
}

export interface Streams {
  out: Output;
  err: Output;
  /** Standard input; chunks as they come. */
  in: AsyncIterable<Buffer | string>;
}

/** Writes to standard output. @returns 0 */
export function say({ out }: Streams, text: string): number {
  out.write(text);
  return 0;
}

/** Writes a line about what went wrong. */
export function complain({ err }: Streams, line: string): void {
  err.write(`portreuse: ${printable(line)}\n`);
}
