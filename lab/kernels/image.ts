/** What the guest boots from: Debian's kernel, and one initramfs with Node, busybox and the lab. */
import { createWriteStream } from "node:fs";
import { chmod, copyFile, cp, mkdir, readdir, realpath, rm, writeFile } from "node:fs/promises";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { basename, dirname, join } from "node:path";
import { command } from "./command.ts";
import { greeting, reportEnd } from "./qemu.ts";
import { which } from "./tools.ts";

/** Takes the kernel image out of a .deb into `folder` and returns its path. Nothing of the package is installed or run. */
export async function kernelImage(deb: string, folder: string): Promise<string> {
  const unpacked = join(folder, "unpacked");
  await rm(unpacked, { recursive: true, force: true });
  await command("dpkg-deb", ["-x", deb, unpacked]);
  // /boot/vmlinuz-VERSION, or in newer packages /usr/lib/modules/VERSION/vmlinuz.
  const path = (await readdir(unpacked, { recursive: true })).find((file) => /\/vmlinuz(-[^/]+)?$/.test(file));
  if (!path) throw new Error(`${basename(deb)} has no kernel image`);
  await copyFile(join(unpacked, path), join(folder, "vmlinuz"));
  await rm(unpacked, { recursive: true, force: true });
  return join(folder, "vmlinuz");
}

export interface Guest {
  /** The Node binary the guest runs. */
  node: string;
  /** Files and folders to have in the guest: its path → the path here. */
  files: Record<string, string>;
  /** Shell lines for the guest; what they leave in `/tmp/report.json` is the report. */
  script: string;
}

/**
 * Packs an initramfs at `target` (a cpio archive, not compressed: emulated
 * processors unpack slowly). `folder` is scratch space.
 */
export async function initramfs(target: string, folder: string, { node, files, script }: Guest): Promise<void> {
  const root = join(folder, "root");
  await rm(root, { recursive: true, force: true });
  for (const part of ["bin", "dev", "etc", "proc", "root", "sys", "tmp"])
    await mkdir(join(root, part), { recursive: true });
  await copyFile(which("busybox")!, join(root, "bin/busybox"));
  await copyFile(node, join(root, "bin/node"));
  const natives = Object.values(files).filter((path) => path.endsWith(".node"));
  for (const library of await sharedLibraries([node, ...natives])) {
    await mkdir(join(root, dirname(library)), { recursive: true });
    await copyFile(await realpath(library), join(root, library));
  }
  for (const [to, from] of Object.entries(files)) {
    await mkdir(join(root, dirname(to)), { recursive: true });
    await cp(from, join(root, to), { recursive: true, dereference: true });
  }
  await writeFile(
    join(root, "etc/passwd"),
    "root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/tmp:/bin/sh\n",
  );
  await writeFile(join(root, "etc/group"), "root:x:0:\nnogroup:x:65534:\n");
  await writeFile(join(root, "etc/hosts"), "127.0.0.1 localhost\n::1 localhost\n");
  await writeFile(join(root, "init"), init(script));
  for (const program of ["init", "bin/busybox", "bin/node"]) await chmod(join(root, program), 0o755);
  await pack(root, target);
  await rm(root, { recursive: true, force: true });
}

/** The second serial port carries the report alone, so that no message of the kernel can fall into it. */
function init(script: string): string {
  return `#!/bin/busybox sh
/bin/busybox --install -s /bin
mount -t proc proc /proc
mount -t sysfs sys /sys
mount -t devtmpfs dev /dev
mkdir -p /dev/shm /dev/pts
mount -t tmpfs tmpfs /dev/shm
mount -t tmpfs tmpfs /tmp
chmod 1777 /tmp
ip link set lo up
export HOME=/root PATH=/bin NO_COLOR=1 TERM=dumb
stty -F /dev/ttyS1 raw -echo
echo "${greeting}"
${script}
if [ -f /tmp/report.json ]; then cat /tmp/report.json > /dev/ttyS1; echo "${reportEnd}" > /dev/ttyS1; fi
stty -F /dev/ttyS1 sane
sync
poweroff -f
`;
}

async function sharedLibraries(binaries: readonly string[]): Promise<Set<string>> {
  const listed = await Promise.all(binaries.map((binary) => command("ldd", [binary])));
  return new Set(listed.flatMap((text) => [...text.matchAll(/(\/\S+) \(0x/g)].map((match) => match[1]!)));
}

async function pack(root: string, target: string): Promise<void> {
  const paths = (await readdir(root, { recursive: true })).sort();
  const cpio = spawn("cpio", ["--create", "--format=newc", "--quiet", "--owner=0:0"], {
    cwd: root,
    stdio: ["pipe", "pipe", "inherit"],
  });
  const closed = once(cpio, "close");
  const written = once(cpio.stdout.pipe(createWriteStream(target)), "finish");
  cpio.stdin.end(paths.join("\n") + "\n");
  const [[code]] = await Promise.all([closed, written]);
  if (code !== 0) throw new Error(`cpio: exit code ${code}`);
}
