/**
 * The blocks of a scan, shared out among threads: each begins with a stretch of neighbours, for files of one project
 * need the same other files; whoever is done takes over the last block of the longest stretch that is left.
 */

/** Numbers in shared memory: how many candidates are done, then the stretch of each thread. */
export type Shares = Int32Array;

/** A stretch in one number, so that it changes at once: the first block and the one after the last, 15 bits each. */
const pack = (from: number, to: number): number => (from << 15) | to;
const fromOf = (stretch: number): number => stretch >> 15;
const toOf = (stretch: number): number => stretch & 0x7fff;

export function sharesOf(blocks: number, threads: number): Shares {
  const shares = new Int32Array(new SharedArrayBuffer(4 * (threads + 1)));
  for (let i = 0; i < threads; i++)
    shares[i + 1] = pack(Math.floor((i * blocks) / threads), Math.floor(((i + 1) * blocks) / threads));
  return shares;
}

/** Counts a candidate that is done. @returns how many are */
export function countDone(shares: Shares): number {
  return Atomics.add(shares, 0, 1) + 1;
}

/** The next block for a thread; null when none is left. */
export function takeBlock(shares: Shares, thread: number): number | null {
  for (let owner = thread; owner !== -1; owner = longestOf(shares)) {
    const stretch = Atomics.load(shares, owner + 1);
    const [from, to] = [fromOf(stretch), toOf(stretch)];
    if (from === to) continue;
    const isOwn = owner === thread;
    const rest = isOwn ? pack(from + 1, to) : pack(from, to - 1);
    // Another thread may have been quicker: then the same is tried again.
    if (Atomics.compareExchange(shares, owner + 1, stretch, rest) === stretch) return isOwn ? from : to - 1;
  }
  return null;
}

/** The thread that has the most blocks left; -1 for none. */
function longestOf(shares: Shares): number {
  let longest = -1;
  let most = 0;
  for (let i = 0; i < shares.length - 1; i++) {
    const stretch = Atomics.load(shares, i + 1);
    const left = toOf(stretch) - fromOf(stretch);
    if (left > most) [longest, most] = [i, left];
  }
  return longest;
}
