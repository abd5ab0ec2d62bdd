import { machineLines } from "../machine.ts";
import type { HoverPart } from "./part.ts";

/** The limits of the machine that the server runs on. */
export const machine: HoverPart = ({ settings }) =>
  settings.parts.machine && settings.machine ? machineLines(settings.machine) : [];
