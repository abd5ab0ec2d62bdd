import { forget, type SourceFile } from "./analysis/source.ts";
import { normalPath } from "./program/paths.ts";
import type { Runs } from "./runs/index.ts";

/** A file's place in its project. */
export interface FileInProgram {
  /** Absolute. */
  filename: string;
  /** Asked when the first site, or the first value from another file, needs it. */
  runs(): Runs;
}

interface Connection {
  program: FileInProgram;
  /** Whether something was taken from another file. */
  used: boolean;
}

const connections = new WeakMap<SourceFile, Connection>();

/**
 * Lets the values of a file come from the other files of its project; null: from no other. What was worked out from the
 * file before is dropped where it rests on something that has changed since.
 */
export function connect(file: SourceFile, program: FileInProgram | null): void {
  const before = connections.get(file);
  if (!program) {
    if (before) disconnect(file);
    return;
  }
  const path = normalPath(program.filename);
  const connection = before ?? { program, used: false };
  connection.program = program;
  if (connection.used) program.runs().refresh(path, file);
  if (before) return;
  const runs = () => {
    connection.used = true;
    return connection.program.runs();
  };
  connections.set(file, connection);
  file.path = path;
  file.load = (specifier) => runs().load(path, file, specifier);
  file.peek = (specifier) => runs().peek(path, file, specifier);
  file.callersOf = (fn) => runs().callersOf(path, file, fn);
  file.loadedBy = () => runs().loadOf(path, file);
  file.othersSetOptions = () => runs().othersSetOptions(path, file);
  file.othersExchangeAgent = () => runs().othersExchangeAgent(path, file);
}

function disconnect(file: SourceFile): void {
  connections.delete(file);
  delete file.load;
  delete file.peek;
  delete file.callersOf;
  delete file.loadedBy;
  delete file.othersSetOptions;
  delete file.othersExchangeAgent;
  forget(file);
}
