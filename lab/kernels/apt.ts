/**
 * Debian's kernels through an apt configuration of its own: the system's package
 * lists, its preferences and what it has installed are neither read nor changed.
 * The archive is the one this machine's own sources name.
 */
import { mkdir, readdir, rename, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { command } from "./command.ts";

/** Releases and backports that together carry 5.10, 6.1, 6.12 and the newest kernel. */
const suites = ["bullseye", "bookworm", "bookworm-backports", "trixie", "trixie-backports"];
const securitySuites = ["bullseye-security", "bookworm-security", "trixie-security"];
const keyring = "/usr/share/keyrings/debian-archive-keyring.gpg";

export interface KernelPackage {
  /** The Debian package, e.g. `linux-image-6.1.0-50-cloud-amd64`. */
  name: string;
  /** The package that holds the image itself: the same one, or for newer kernels a `linux-binary-…` that it depends on. */
  image: string;
  /** Their Debian version, e.g. `6.1.176-1`. */
  version: string;
  /** Major and minor, e.g. `6.1`. */
  series: string;
}

export interface PrivateApt {
  /** Every cloud kernel image the archive has for amd64, newest first. */
  kernels(): Promise<KernelPackage[]>;
  /** Downloads the package with the image and returns the path of its .deb; one that is there already is not fetched again. */
  download(kernel: KernelPackage): Promise<string>;
}

/** Fetches the package lists into `folder`. Throws when the machine's sources name no Debian archive or it cannot be reached. */
export async function privateApt(folder: string): Promise<PrivateApt> {
  const packages = join(folder, "packages");
  for (const part of ["lists/partial", "archives/partial", "packages"])
    await mkdir(join(folder, part), { recursive: true });
  await writeFile(join(folder, "sources.list"), sourceLines(await configuredArchives()).join("\n") + "\n");
  await writeFile(join(folder, "status"), "");
  const settings = {
    "Dir::Etc::SourceList": join(folder, "sources.list"),
    "Dir::Etc::SourceParts": "/dev/null",
    "Dir::Etc::Preferences": "/dev/null",
    "Dir::Etc::PreferencesParts": "/dev/null",
    "Dir::State": folder,
    "Dir::State::Lists": join(folder, "lists"),
    "Dir::State::Status": join(folder, "status"),
    "Dir::Cache": folder,
    "Dir::Cache::Archives": join(folder, "archives"),
    "APT::Architecture": "amd64",
    "APT::Architectures": "amd64",
    // The folder is the caller's own; apt's helper user could not write there.
    "APT::Sandbox::User": "root",
  };
  const options = Object.entries(settings).flatMap(([key, value]) => ["-o", `${key}=${value}`]);
  await command("apt-get", [...options, "-qq", "update"], { timeout: 180_000 });

  return {
    async kernels() {
      const found = await command("apt-cache", [
        ...options,
        "search",
        "--names-only",
        "^linux-image-[0-9].*-cloud-amd64$",
      ]);
      const names = found
        .split("\n")
        .map((line) => line.split(" ")[0] ?? "")
        .filter((name) => /^linux-image-\d+\.\d+\.\d/.test(name));
      const shown = await command("apt-cache", [...options, "show", "--no-all-versions", ...names]);
      return parseKernels(shown);
    },
    async download(kernel) {
      const prefix = `${kernel.image}_${kernel.version.replaceAll(":", "%3a")}_`;
      const present = (await readdir(packages)).find((file) => file.startsWith(prefix));
      if (present) return join(packages, present);
      // Downloaded aside: an interrupted download never passes for a package.
      const aside = join(folder, "archives");
      await command("apt-get", [...options, "-qq", "download", `${kernel.image}=${kernel.version}`], {
        cwd: aside,
        timeout: 300_000,
      });
      const fetched = (await readdir(aside)).find((file) => file.startsWith(prefix));
      if (!fetched) throw new Error(`apt-get download left no file for ${kernel.image} ${kernel.version}`);
      await rename(join(aside, fetched), join(packages, fetched));
      return join(packages, fetched);
    },
  };
}

/** The newest image of a series (`6.1`), or of all (`newest`). */
export function newest(kernels: readonly KernelPackage[], series: string): KernelPackage | undefined {
  return kernels.find((kernel) => series === "newest" || kernel.series === series);
}

/** Reads `apt-cache show`: stanzas of `Field: value`, one a package. */
export function parseKernels(shown: string): KernelPackage[] {
  const kernels = shown.split("\n\n").flatMap((stanza) => {
    const name = /^Package: (\S+)/m.exec(stanza)?.[1];
    const version = /^Version: (\S+)/m.exec(stanza)?.[1];
    const series = /^\d+\.\d+/.exec(version ?? "")?.[0];
    const image = /^Depends: .*?\b(linux-binary-[^ ,]+)/m.exec(stanza)?.[1] ?? name;
    return name && image && version && series ? [{ name, image, version, series }] : [];
  });
  return kernels.sort((a, b) => compareNumbers(b.version, a.version));
}

/** Kernel versions order by their numbers alone; Debian's `~bpo` tails only tell builds of one version apart. */
function compareNumbers(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.match(/\d+/g)?.map(Number) ?? []);
  for (let i = 0; i < Math.max(left!.length, right!.length); i++) {
    const difference = (left![i] ?? -1) - (right![i] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

interface Archives {
  main: string;
  security: string | null;
}

async function configuredArchives(): Promise<Archives> {
  const targets = await command("apt-get", ["indextargets", "--format", "$(REPO_URI)", "Created-By: Packages"]);
  const uris = [...new Set(targets.split("\n").map((line) => line.trim()))];
  const main = uris.find((uri) => /\/debian\/?$/.test(uri));
  if (!main) throw new Error("this machine's apt sources name no Debian archive to take kernels from");
  return { main, security: uris.find((uri) => /\/debian-security\/?$/.test(uri)) ?? null };
}

function sourceLines({ main, security }: Archives): string[] {
  const signed = existsSync(keyring) ? ` [signed-by=${keyring}]` : "";
  const lines = suites.map((suite) => `deb${signed} ${main} ${suite} main`);
  if (security) lines.push(...securitySuites.map((suite) => `deb${signed} ${security} ${suite} main`));
  return lines;
}
