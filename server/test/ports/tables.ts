/** What Linux 6.1 showed, shortened to the lines that matter, and lines that no kernel writes. */
const HEADER =
  "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode                                                     ";

export const TCP = [
  HEADER,
  "   0: 0100007F:0BB8 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 41001 1 0000000000000000 100 0 0 10 0                     ",
  "   1: 00000000:07E8 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1060 1 000000009218a036 100 0 0 10 0                      ",
  "   2: 0100007F:D3C8 0100007F:0BB8 01 00000000:00000000 00:00000000 00000000  1000        0 41002 1 0000000000000000 20 4 30 10 -1                     ",
  "   3: 0100007F:0BB8 0100007F:D3C8 01 00000000:00000000 00:00000000 00000000  1000        0 41003 1 0000000000000000 20 4 30 10 -1                     ",
  "   4: 0100007F:0BB8 0100007F:98FD 06 00000000:00000000 03:0000146C 00000000     0        0 0 3 000000009bff6d5d                                      ",
  "   5: 0100007F:0BB8 0100007F:98FE 06 00000000:00000000 03:0000146C 00000000     0        0 0 3 000000009bff6d5e                                      ",
  "",
].join("\n");

export const TCP6 = [
  "  sl  local_address                         remote_address                        st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode",
  "   0: 00000000000000000000000000000000:0BB8 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 42001 1 0000000000000000 100 0 0 10 0",
  "   1: 0000000000000000FFFF00000100007F:0BB8 0000000000000000FFFF00000100007F:D3CA 06 00000000:00000000 03:0000146C 00000000     0        0 0 3 0000000000000000",
  "   2: B80D0120000000000000000001000000:0BB9 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000    33        0 42002 1 0000000000000000 100 0 0 10 0",
  "",
].join("\n");

export const UDP = [
  "   sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode ref pointer drops            ",
  "  512: 00000000:14E9 00000000:0000 07 00000000:00000000 00:00000000 00000000   104        0 43001 2 0000000000000000 0           ",
  "  512: 00000000:14E9 00000000:0000 07 00000000:00000000 00:00000000 00000000  1000        0 43002 2 0000000000000000 0           ",
  "",
].join("\n");

export const MALFORMED = [
  HEADER,
  "",
  "garbage :0BB8 :0BB8 ",
  "   0: 0100007F:0BB8 00000000:0000 0A",
  "   0: 0100007:0BB8 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 41001 1",
  "   x: 0100007F:0BB8 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 41001 1",
  "   0: 0100007F:0BB8 00000000:0000 ZZ 00000000:00000000 00:00000000 00000000  1000        0 41001 1",
  "   0: 0100007F:0BB8 00000000:0000 0A 00000000:00000000 00:00000000 00000000  user        0 inode 1",
  // Cut off in the middle, and all the same whole as far as it is read.
  "   0: 0100007F:0BB8 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 41009",
].join("\n");

/** A table of so many lines about other ports, with the given one in the middle. */
export function longTable(lines: number, middle: string): string {
  const hex = (value: number) => value.toString(16).toUpperCase().padStart(4, "0");
  const others = Array.from(
    { length: lines },
    (_, i) =>
      `${i}: 0100007F:${hex(10_000 + (i % 50_000))} 0100007F:0BB8 01 00000000:00000000 00:00000000 00000000  1000        0 ${100_000 + i} 1`,
  );
  others.splice(lines / 2, 0, middle);
  return [HEADER, ...others, ""].join("\n");
}
