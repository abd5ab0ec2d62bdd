/** What a look at the text of a module shows, without a parser. */
export interface Scanned {
  text: string;
  /** Whatever is imported, required or exported again by a constant name; more than that where comments say so too. */
  specifiers: readonly string[];
  /** It may start processes or threads. */
  mayLaunch: boolean;
  /** It loads modules whose names are not constant. */
  loadsMore: boolean;
}

const LOADS =
  /(?:\bfrom|\bimport|\b_*require\d*\s*\(|\bimport\s*\()\s*(?:\/\*[^*]*\*\/\s*)*(?:"([^"\n]+)"|'([^'\n]+)'|`([^`$\n]+)`)/g;
/** `require(path.join(…))`, `import(url)`; a template counts where something is put into it. */
const MORE = /\b(?:require|import)\s*\(\s*(?![\s"')]|`[^`$\n]*`)/;
/** What starts others, by the names that the tables of launches know. */
const LAUNCHES =
  /\bcluster\b|\bworker_threads\b|\bchild_process\b|\bnew\s+Worker\b|\b(?:Bun|bun)\b|\bDeno\b|["'`](?:throng|cfork|piscina|tinypool|workerpool|jest-worker|poolifier|execa|zx|cross-spawn)\b/;
const STARTS =
  /\b(?:fork|Worker|spawn|exec|execFile|execa|cfork|throng|Command|command|piscina|Piscina|tinypool|Tinypool|pool|Pool|node|\$)\b|\$`/;

export function scanned(text: string): Scanned {
  const specifiers = new Set<string>();
  for (const match of text.matchAll(LOADS)) specifiers.add((match[1] ?? match[2] ?? match[3]) as string);
  return {
    text,
    specifiers: [...specifiers],
    mayLaunch: LAUNCHES.test(text) && STARTS.test(text),
    loadsMore: MORE.test(text),
  };
}
