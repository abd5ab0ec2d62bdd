// Which mutants TypeScript refuses: nobody could commit them, so they are not counted, as Stryker's own checker has it.
import { dirname } from "node:path";
import ts from "typescript";

const offsetOf = (text, { line, column }) => {
  let start = 0;
  for (let i = 0; i < line; i++) start = text.indexOf("\n", start) + 1;
  return start + column;
};

/** The file's text with the mutant in it. */
function mutated({ text, location, replacement }) {
  return text.slice(0, offsetOf(text, location.start)) + replacement + text.slice(offsetOf(text, location.end));
}

/**
 * Gives a function that says what TypeScript has against a mutant, in the mutant's own file; undefined: nothing.
 * @param {string} root a folder with a tsconfig.json; ends in a slash
 * @param mutants all that will be asked for: their files have other mutants in them on the disk
 */
export function checker(root, mutants) {
  const { config } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile);
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  // As Stryker sets them: what a mutant leaves unused is not wrong.
  const loose = {
    noUnusedLocals: false,
    noUnusedParameters: false,
    allowUnreachableCode: true,
    allowUnusedLabels: true,
  };
  const changed = new Map(mutants.map(({ fileName, text }) => [fileName, { version: 0, text }]));
  let version = 0;
  const service = ts.createLanguageService({
    getCompilationSettings: () => ({ ...options, ...loose }),
    getScriptFileNames: () => fileNames.filter((name) => !name.endsWith(".test.ts")),
    getScriptVersion: (name) => String(changed.get(name)?.version ?? 0),
    getScriptSnapshot(name) {
      const text = changed.get(name)?.text ?? ts.sys.readFile(name);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => dirname(`${root}x`),
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
    realpath: ts.sys.realpath,
  });
  const errorsOf = (name) => [...service.getSyntacticDiagnostics(name), ...service.getSemanticDiagnostics(name)];
  return (mutant) => {
    changed.set(mutant.fileName, { version: ++version, text: mutated(mutant) });
    const [error] = errorsOf(mutant.fileName);
    changed.set(mutant.fileName, { version: ++version, text: mutant.text });
    return error && ts.flattenDiagnosticMessageText(error.messageText, " ");
  };
}
