import type { FileReport } from "../scan-types.ts";

/** What people are shown. */
export interface FormatInput {
  reports: readonly FileReport[];
  cwd: string;
  /** How many files were checked. */
  files: number;
  /** Whether the output may carry colours. */
  colour: boolean;
}

/** What programs read as well. */
export interface FullInput extends FormatInput {
  /** The files that were checked, as absolute paths. */
  checked: readonly string[];
  /** What kept files from being checked or settings from being used, one line each. */
  problems: readonly string[];
}
