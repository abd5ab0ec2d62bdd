/** Words that folders of tests are called by. */
const WORDS = ["test", "tests", "spec", "specs", "e2e", "bench", "benchmark", "benchmarks", "fixtures", "mocks"];
const any = WORDS.join("|");
const capitalised = WORDS.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`).join("|");

/** A folder called so in any case, alone or after a hyphen or an underscore: `Tests`, `hl-tests`, `__fixtures__`. */
const separate = new RegExp(`(?:^|[/_-])(?:${any})_*/`, "i");
/** A folder of one kind of tests: `test-int`, `tests_unit`; a `test-server` is a server. */
const leading =
  /(?:^|\/)tests?[-_](?:unit|int|integration|e2e|func|functional|acceptance|system|smoke|perf|performance|load|stress|cases?|suites?|data|support|common)\//i;
/** A folder that ends in such a word with a capital: `mbTest`, `integrationTests`; `LATEST` and `latest` do not. */
const capital = new RegExp(`(?:${capitalised}|(?<=[a-z\\d])(?:${any.toUpperCase()}))_*/`);
/** What tests share, as a folder or as a file: `test_helpers/`, `testutil.ts`. */
const helpers = /(?:^|\/)test[-_]?(?:util|helper)s?(?:\/|\.[^/]*$)/i;
/** The name of a file of tests. */
const named = /\.(?:test|spec|bench)\./i;

/**
 * Whether a file is a test where no setting says which are.
 * `path`: below the working directory, with forward slashes.
 */
export function looksLikeTest(path: string): boolean {
  return (
    separate.test(path) ||
    leading.test(path) ||
    capital.test(path) ||
    helpers.test(path) ||
    named.test(path.slice(path.lastIndexOf("/") + 1))
  );
}
