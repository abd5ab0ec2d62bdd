import { scan, type Scan, type ScanOptions } from "./scan.ts";

/** Checks files; the order of the reports is that of the files. `step` is told how many more are done. */
export async function scanAll(files: readonly string[], options: ScanOptions, step: (files: number) => void = () => {}): Promise<Scan> {
  return scan(files, options, () => step(1));
}
