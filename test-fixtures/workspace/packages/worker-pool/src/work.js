/**
 * The number of primes below a limit: something that takes a CPU a while.
 * @param {number} limit
 */
export function primesBelow(limit) {
  let count = 0;
  for (let n = 2; n < limit; n++) {
    let divisor = 2;
    while (divisor * divisor <= n && n % divisor !== 0) divisor++;
    if (divisor * divisor > n) count++;
  }
  return count;
}

/**
 * The limit that a request asks for in its path, at most a million.
 * @param {string | undefined} url
 */
export function limitOf(url) {
  return Math.min(Number(/^\/(\d+)$/.exec(url ?? "")?.[1] ?? 1000), 1_000_000);
}
