import type { SocketCall } from "../../../../rules/src/syscalls/index.ts";
import type { HoverPart as PartName } from "../../project/configuration.ts";
import type { Machine } from "../machine.ts";
import type { PortLookup } from "../../ports/port.ts";
import type { Consequences } from "../consequences/index.ts";
import type { DocumentContext, Project } from "../document.ts";
import type { Target } from "../targets.ts";

export interface HoverSettings {
  parts: Readonly<Record<PartName, boolean>>;
  format: "markdown" | "plaintext";
  /** The limits of the server's machine; null where there are none to show. */
  machine: Machine | null;
  /** Looks up who holds a port of the server's machine; null where that is not wanted or cannot be known. */
  ports: PortLookup | null;
  /** Whether an IP address is one of the server's machine, null where that is not known; absent where nobody asks. */
  isOwnAddress?: (address: string) => boolean | null;
}

/** Everything that a part may look at. */
export interface HoverInput {
  target: Target;
  context: DocumentContext;
  project: Project;
  settings: HoverSettings;
  /** What a site asks of the runtime on Linux. */
  call: SocketCall | null;
  /** Null for an error code. */
  consequences: Consequences | null;
}

/** One paragraph of a hover, as lines of Markdown without the empty line before it; none where it has nothing to say. */
export type HoverPart = (input: HoverInput) => string[];
