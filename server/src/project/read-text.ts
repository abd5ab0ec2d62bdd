import { readFileSync } from "node:fs";
import { readBytes, reasonOf } from "../../../rules/src/program/read-file.ts";

/** Git's own measure of what is binary: a zero byte in what comes first. */
const SNIFFED = 8000;

/** Of a file that was listed: it was deleted, or is a link to nothing, to a directory, to a socket or the like. */
const GONE = new Set(["ENOENT", "ENOTDIR", "EISDIR", "ENXIO", "EAGAIN"]);

/** Why there is no text; `reason` is what the file system said of a file that it would not give. */
export interface NoText {
  text: null;
  why: "binary" | "gone" | "unreadable";
  reason: string;
}

/** Reads a file as UTF-8, or as UTF-16 where its byte order mark says so. Never throws. */
export function readText(path: string): { text: string } | NoText {
  try {
    const bytes = readBytes(path);
    const wide =
      bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : null;
    if (wide) return { text: new TextDecoder(wide, { ignoreBOM: true }).decode(bytes) };
    return bytes.subarray(0, SNIFFED).includes(0)
      ? { text: null, why: "binary", reason: "" }
      : { text: bytes.toString("utf8") };
  } catch (error) {
    return GONE.has((error as NodeJS.ErrnoException).code ?? "")
      ? { text: null, why: "gone", reason: "" }
      : { text: null, why: "unreadable", reason: reasonOf(error) };
  }
}

/** The text of a small file; null where it cannot be read. */
export function textOrNull(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
