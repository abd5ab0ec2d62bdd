/** Boots a kernel under QEMU: the console on the first serial port, the report on the second. */
import { spawn } from "node:child_process";
import { accessSync, constants, readFileSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { createInterface } from "node:readline";

export interface Boot {
  kernel: string;
  initramfs: string;
  /** Where QEMU writes what comes out of the second serial port. */
  report: string;
  /** Called with each line of the console, from the guest's first on. */
  onLine(line: string): void;
  /** Milliseconds for the whole run. */
  timeout: number;
  /** Milliseconds without a line on the console after which the guest counts as stuck. */
  silence: number;
}

/** The line with which the guest says that what follows on the console is its own. */
export const greeting = "portreuse: the guest is up";
/** The line that ends a complete report. */
export const reportEnd = "portreuse: end of report";

/** Resolves to the report's text, without its end mark. Rejects when the guest hangs, dies, or leaves no complete report. */
export async function boot({ kernel, initramfs, report, onLine, timeout, silence }: Boot): Promise<string> {
  await rm(report, { force: true });
  const machine = kvmWorks() ? ["-accel", "kvm", "-cpu", "host"] : ["-accel", "tcg,thread=multi", "-cpu", "max"];
  const qemu = spawn(
    "qemu-system-x86_64",
    [
      ...machine,
      ...["-smp", "2", "-m", "2048", "-nic", "none", "-no-reboot", "-display", "none", "-monitor", "none"],
      ...["-kernel", kernel, "-initrd", initramfs, "-serial", "stdio", "-serial", `file:${report}`],
      ...["-append", "console=ttyS0 quiet mitigations=off panic=-1"],
    ],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  // A guest never outlives the program that started it; a signal's default action would skip "exit".
  const end = () => void qemu.kill("SIGKILL");
  const interrupted = () => process.exit(130);
  process.once("exit", end).once("SIGTERM", interrupted).once("SIGINT", interrupted);

  let stopped: string | null = null;
  const stop = (why: string) => {
    stopped ??= why;
    qemu.kill("SIGKILL");
  };
  const overall = setTimeout(stop, timeout, `did not finish within ${timeout / 1000} s`);
  const quiet = setTimeout(stop, silence, `said nothing for ${silence / 1000} s`);
  let up = false;
  const tail: string[] = [];
  for (const stream of [qemu.stdout, qemu.stderr]) {
    createInterface({ input: stream }).on("line", (raw) => {
      quiet.refresh();
      const line = raw.replace(/\x1b\[[0-9;?]*[A-Za-z]|\x1bc|\r/g, "");
      tail.push(line);
      if (tail.length > 15) tail.shift();
      if (up) onLine(line);
      up ||= line.endsWith(greeting);
    });
  }
  try {
    const code = await new Promise<number | null>((resolve, reject) => qemu.on("error", reject).on("close", resolve));
    const text = await readFile(report, "utf8").catch(() => "");
    const complete = text.lastIndexOf(reportEnd);
    if (complete >= 0) return text.slice(0, complete);
    throw new Error(
      `the guest ${stopped ?? `ended (QEMU's exit code ${code}) without a complete report`}; its last words:\n${tail.join("\n")}`,
    );
  } finally {
    clearTimeout(overall);
    clearTimeout(quiet);
    process.off("exit", end).off("SIGTERM", interrupted).off("SIGINT", interrupted);
  }
}

/** A device file alone proves nothing: inside a virtual machine it may be there without the processor's part. */
function kvmWorks(): boolean {
  try {
    accessSync("/dev/kvm", constants.R_OK | constants.W_OK);
    return /^flags\s*:.*\b(vmx|svm)\b/m.test(readFileSync("/proc/cpuinfo", "utf8"));
  } catch {
    return false;
  }
}
