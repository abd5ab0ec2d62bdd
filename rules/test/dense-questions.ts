import { LISTENS, list, program, type Project } from "./dense-projects.ts";

/** `x0` is `first`, and each after it is made of the one before, where the last one is used. */
function chain(n: number, first: string, made: (before: string) => string, use: (last: string) => string): Project {
  const names = list(n, (i) => `const x${i} = ${i === 0 ? first : made(`x${i - 1}`)};`);
  return program(`${names} ${use(`x${n - 1}`)} ${LISTENS}`);
}

/** The same as `denseProjects`, of one file in which many ways lead from one name to another, by who asks where they lead. */
export const denseQuestions: Readonly<Record<string, readonly [project: Project, port: number | null]>> = {
  "a path of many parts, of which all are a path of many parts": [
    chain(
      8,
      '"w"',
      (x) => `join(${list(40, () => x, ", ")})`,
      (x) => `new Worker(${x}); fork(${x}, [], { cwd: ${x} });`,
    ),
    3000,
  ],
  "an environment that is spread twice into the next one": [
    chain(
      19,
      "{ PORT: process.argv[2] }",
      (x) => `{ ...${x}, ...${x} }`,
      (x) => `fork("src/server.js", [], { env: ${x} });`,
    ),
    3000,
  ],
  "words of a command that are spread twice into the next ones": [
    chain(
      20,
      '["src/server.js"]',
      (x) => `[...${x}, ...${x}]`,
      (x) => `spawn("node", ${x}); spawn(process.execPath, ${x});`,
    ),
    3000,
  ],
  "environments and words that are spread into each other": [
    program(
      [
        "let env = { ...more }; let more = { ...env }; let words = [...flags]; let flags = [...words];",
        'fork("src/server.js", words, { env }); spawn("node", flags); const a = b.map(String); const b = a.map(String);',
        `for (const one of a) fork("src/server.js"); ${LISTENS}`,
      ].join("\n"),
    ),
    3000,
  ],
  "methods that call the next one many times, up to what starts workers": [
    program(
      `class Pool { ${list(6, (i) => {
        const calls = list(100, () => `this.run${i - 1}();`);
        return `run${i}() { ${i === 0 ? "cluster.fork();" : calls} }`;
      })} } const pool = new Pool(); ${list(20, () => "pool.run5();")} ${LISTENS}`,
    ),
    3000,
  ],
  "functions that log by calling the next one many times": [
    program(
      `${list(4, (i) => {
        const calls = list(400, () => `log${i - 1}();`);
        return `function log${i}() { ${i === 0 ? 'console.log("x");' : calls} }`;
      })} process.on("SIGTERM", log3); ${LISTENS}`,
    ),
    3000,
  ],
  "names that are set to the next one many times": [
    program(
      `${list(8, (i) => `let x${i}; ${list(60, () => `x${i} = ${i === 0 ? "process.argv[2]" : `x${i - 1}`};`)}`)} ` +
        'const server = net.createServer(); server.on("error", () => {}); server.listen(x7, "127.0.0.1");',
    ),
    null,
  ],
  "options that are spread many times into the next ones": [
    chain(
      8,
      "{ backlog: process.argv[2] }",
      (x) => `{ ${list(20, () => `...${x}`, ", ")} }`,
      (x) => `if (${x}.port) cluster.fork(); http.get({ agent: ${x}.agent, host: ${x}.host });`,
    ),
    3000,
  ],
  "functions in functions under conditions": [
    program(
      `${list(40, (i) => `if (process.argv[${i}]) { function f${i}() {`)} cluster.fork(); ${LISTENS}` +
        list(40, (i) => `} f${39 - i}(); }`),
    ),
    3000,
  ],
  "an agent in names that are all read into each other": [
    program(
      `function ask() { const x0 = new http.Agent({ keepAlive: true }); http.get({ host: "x", agent: x0 }); ` +
        `${list(40, (i) => `let y${i} = x0; ${list(40, (j) => `y${i} = [y${j}];`)}`)} } ask(); ${LISTENS}`,
    ),
    3000,
  ],
  "tests that hand what they load from name to name": [
    program(
      `export const app = http.createServer(); app.listen(3000);`,
      {
        "test/server.test.js": `import { app } from "../src/server.js"; let y0 = app; ${list(
          40,
          (i) => `let y${i + 1} = y${i}; ${list(40, (j) => `y${i + 1} = y${j};`)}`,
        )}`,
      },
      { main: "src/server.js" },
    ),
    3000,
  ],
};
