// Imports run one way. Every layer may import from those before it, never from those after it.
// What .dependency-cruiser-known-violations.json lists is let through until it is mended.
const layers = [
  [
    "data",
    "^rules/src/(?:kernel/|catalogue/|about\\.ts$|nearest\\.ts$|printable\\.ts$|setting-kinds\\.ts$|launch-settings\\.ts$|settings\\.ts$|test-files\\.ts$)",
  ],
  ["analysis", "^rules/src/(?:analysis|parse|program)/"],
  ["environment", "^rules/src/environment\\.ts$"],
  ["sockets", "^rules/src/sockets/"],
  ["process", "^rules/src/process/"],
  ["runs", "^rules/src/runs/"],
  ["what rules use", "^rules/src/(?:syscalls/|fixes/|rule\\.ts$)"],
  ["rules", "^rules/src/rules/"],
  ["lint", "^rules/src/(?:lint|connect|prefilter|guarded)\\.ts$"],
  ["the plugin", "^rules/src/eslint\\.ts$"],
];

module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    ...layers.slice(0, -1).map(([name, path], index) => ({
      name: `${name} is below`,
      severity: "error",
      from: { path },
      to: { path: layers.slice(index + 1).map(([, above]) => above) },
    })),
    {
      name: "kernel knows nothing of ours",
      severity: "error",
      from: { path: "^rules/src/kernel/" },
      to: { path: "^(?:rules|server|client|lab|scripts)/", pathNot: "^rules/src/kernel/" },
    },
    {
      name: "catalogue knows itself and the facts alone",
      severity: "error",
      from: { path: "^rules/src/catalogue/" },
      to: { path: "^(?:rules|server|client|lab|scripts)/", pathNot: "^rules/src/(?:catalogue|kernel)/" },
    },
    {
      name: "catalogue is asked through its index",
      severity: "error",
      from: { path: "^rules/src/rules/" },
      to: { path: "^rules/src/catalogue/", pathNot: "/(?:index|types)\\.ts$" },
    },
    {
      name: "program knows data, the parser and JavaScript alone",
      severity: "error",
      from: { path: "^rules/src/program/" },
      to: {
        path: "^rules/src/",
        pathNot: "^rules/src/(?:program|parse|analysis|kernel|catalogue)/|/(?:settings|setting-kinds)\\.ts$",
      },
    },
    {
      name: "the plugin stands on its own",
      severity: "error",
      from: { path: "^rules/src/" },
      to: { path: "^(?:server|client|lab|scripts)/|/test/" },
    },
    {
      name: "the server does not know who asks",
      severity: "error",
      from: { path: "^server/src/" },
      to: { path: "^(?:client|lab|scripts)/|/test/|^vscode$" },
    },
    {
      name: "service is pure",
      severity: "error",
      from: { path: "^server/src/(?:service|lint)/", pathNot: "/embed\\.ts$" },
      to: {
        path: "^(?:fs|fs/promises|child_process|worker_threads)$|/vscode-languageserver/|^server/src/(?:lsp|cli|project)/|^server/src/[\\w-]+\\.ts$",
        pathNot: "^server/src/nearest\\.ts$",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "project is below its hosts",
      severity: "error",
      from: { path: "^server/src/project/" },
      to: { path: "^server/src/(?:lsp|cli)/" },
    },
    {
      name: "hosts do not know each other",
      severity: "error",
      from: { path: "^server/src/cli/" },
      to: { path: "^server/src/lsp/" },
    },
    {
      name: "hosts do not know each other, the other way",
      severity: "error",
      from: { path: "^server/src/lsp/" },
      to: { path: "^server/src/cli/" },
    },
    {
      name: "the client knows the protocol and types of the server alone",
      severity: "error",
      from: { path: "^client/src/" },
      to: {
        path: "^(?:rules|server|lab|scripts)/",
        pathNot: "^server/src/lsp/protocol\\.ts$",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "not-resolvable",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^vscode$" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "/(?:dist|test)/|^test-fixtures/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "types", "node", "default"] },
  },
};
