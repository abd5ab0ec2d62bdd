// The mutation score by areas of the code.

const AREAS = [
  ["`analysis/`", /^rules\/src\/analysis\//],
  ["`process/`", /^rules\/src\/process\//],
  ["`program/`, `runs/`", /^rules\/src\/(?:program|runs)\//],
  ["`sockets/`", /^rules\/src\/sockets\//],
  ["`fixes/`", /^rules\/src\/fixes\//],
  ["`syscalls/`", /^rules\/src\/syscalls\//],
  ["`rules/`, the rest", /^rules\/src\//],
  ["`server/src/service`", /^server\//],
];

/** Wilson's interval of 95 % for `k` of `n`, in percent. */
function interval(k, n) {
  const z = 1.96;
  const middle = (k + (z * z) / 2) / (n + z * z);
  const half = (z * Math.sqrt((k * (n - k)) / n + (z * z) / 4)) / (n + z * z);
  return [middle - half, middle + half].map((share) => (100 * share).toFixed(1)).join(" to ");
}

/** A table in Markdown, and in words what is not in it. */
export function summary(results) {
  const counted = results.filter(({ status }) => /kill|surv|cover/.test(status));
  const killed = counted.filter(({ status }) => status === "killed");
  const rows = AREAS.map(([name], index) => {
    const here = ({ key }) => AREAS.findIndex(([, each]) => each.test(key)) === index;
    return `| ${name} | ${counted.filter(here).length} | ${killed.filter(here).length} |`;
  });
  const number = (status) => results.filter((each) => each.status === status).length;
  const score = `${((100 * killed.length) / counted.length).toFixed(1)} %`;
  return [
    "| Area | Mutants | Killed |\n| --- | --- | --- |",
    ...rows,
    `| **All** | **${counted.length}** | **${killed.length}, or ${score}** |`,
    `95 % interval: ${interval(killed.length, counted.length)} %. ${number("refused")} more are refused by TypeScript, ` +
      `${number("static")} run only while modules are loaded. ${number("no coverage")} are reached by no test.`,
  ].join("\n");
}
