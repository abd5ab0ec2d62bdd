// Writes docs/kernel.md and docs/folklore.md.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { folklorePage, kernelPage } from "./pages.ts";

const docs = join(import.meta.dirname, "../../docs");
await mkdir(docs, { recursive: true });
await writeFile(join(docs, "kernel.md"), kernelPage());
await writeFile(join(docs, "folklore.md"), folklorePage());
