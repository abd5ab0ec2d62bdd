export interface Run {
  readonly fact: string;
  /** Path of the Node.js that runs it. */
  readonly node: string;
  /** Play its control. */
  readonly control?: boolean;
}
