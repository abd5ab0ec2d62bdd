/** Words split into options and what stands between them. */
export interface Arguments {
  /** Options by name, `-i` and `--instances` as written, with their values; `true` for one without. */
  options: ReadonlyMap<string, string | true | null>;
  /** What is no option, in order; null where it is not constant. */
  rest: readonly (string | null)[];
  /** What follows `--`. */
  after: readonly (string | null)[];
}

/**
 * Splits words. `valued` names the options that take the next word; `--a=b` needs no entry.
 * `stop`: whether options end at the first word that is none, as for an interpreter, whose script has its own.
 */
export function argumentsOf(words: readonly (string | null)[], valued: ReadonlySet<string>, stop: boolean): Arguments {
  const options = new Map<string, string | true | null>();
  const rest: (string | null)[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? null;
    if (word === "--") return { options, rest, after: words.slice(i + 1) };
    if (word === null || !/^-./.test(word)) {
      if (stop) return { options, rest: words.slice(i), after: [] };
      rest.push(word);
      continue;
    }
    const [, name = word, value] = /^(-[^=]+)=(.*)/s.exec(word) ?? [];
    if (value !== undefined) options.set(name, value);
    else if (valued.has(name)) options.set(name, words[++i] ?? null);
    else options.set(name, true);
  }
  return { options, rest, after: [] };
}

export function set(words: string): ReadonlySet<string> {
  return new Set(words.match(/\S+/g));
}

/** Those of `node --help` that have a value; the ones whose value is optional need `=`. */
export const NODE_VALUED = set(`
  -r --require --import --loader --experimental-loader -C --conditions -e --eval -p --print --env-file --env-file-if-exists
  --input-type --title --icu-data-dir --openssl-config --redirect-warnings --report-directory --report-dir
  --report-filename --report-signal --secure-heap --secure-heap-min --snapshot-blob --test-concurrency
  --test-name-pattern --test-reporter --test-reporter-destination --test-shard --test-timeout --tls-cipher-list
  --tls-keylog --trace-event-categories --trace-event-file-pattern --unhandled-rejections --v8-pool-size --watch-path
  --max-http-header-size --dns-result-order --disable-warning --diagnostic-dir --cpu-prof-dir --cpu-prof-interval
  --cpu-prof-name --heap-prof-dir --heap-prof-interval --heap-prof-name --heapsnapshot-signal
  --heapsnapshot-near-heap-limit --experimental-default-type --experimental-sea-config --build-snapshot-config
  --allow-fs-read --allow-fs-write --network-family-autoselection-attempt-timeout --inspect-publish-uid --use-largepages
  --experimental-config-file --max-old-space-size-percentage
`);

export const TS_NODE_VALUED = set(`
  -P --project -C --compiler -I --ignore -D --ignore-diagnostics -O --compiler-options -r --require --cwd --cwd-mode
  --dir --scope-dir --tsconfig --watch --interval --debounce --deps-level
`);

export const NODEMON_VALUED = set(`
  -x --exec -e --ext -w --watch -i --ignore -d --delay -s --signal --config --cwd -C --exitcrash --spawn
`);

export const BUN_VALUED = set(`
  -r --preload --require --import --cwd --env-file --define --loader --config -c --tsconfig-override --main-fields
  --port --conditions --filter -F --title --shell --inspect-wait --elide-lines -d -l -e --eval -p --print
`);

export const DENO_VALUED = set(`
  -c --config --import-map --location --seed --cert --env-file --v8-flags --ext --lock --port --host --preload --import
  --unsafely-ignore-certificate-errors --watch-exclude -L --log-level --inspect-publish-uid --cwd -f --filter
`);

export const PM2_VALUED = set(`
  -n --name --ext --interpreter --interpreter-args --node-args -o --output -e --error --log-type --log-date-format --env
  -i --instances --parallel -p --pid -k --kill-timeout --listen-timeout --max-memory-restart --restart-delay
  --exp-backoff-restart-delay -u --user --uid --gid --namespace --cwd --hp --service-name -c --cron --cron-restart --only
  --watch-delay --sort --stop-exit-codes --secret --public --machine-name --web --format --delay
`);

export const CONCURRENTLY_VALUED = set(`
  -n --names --name-separator -m --max-processes -s --success -p --prefix -c --prefix-colors -l --prefix-length
  -t --timestamp-format --restart-tries --restart-after --default-input-target --kill-signal --ks --teardown --hide
  --kill-others-signal --cwd
`);

export const RUN_ALL_VALUED = set("--max-parallel --npm-path");

export const NPM_VALUED = set(`
  -w --workspace --prefix -C --dir --filter -F --cwd --loglevel --script-shell --userconfig --workspace-concurrency
  --reporter --registry --cache
`);
