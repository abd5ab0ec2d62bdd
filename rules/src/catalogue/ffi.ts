import type { Package } from "./types.ts";

/** Ways to reach the C library. The functions themselves (socket, setsockopt, bind, listen, connect) are followed by raw.ts. */
const ffi: Package = {
  name: "koffi, ffi-napi, node:ffi, bun:ffi, Deno.dlopen",
  modules: ["koffi", "ffi-napi", "ffi", "ffi-rs", "bun:ffi", "@napi-ffi/ffi-napi"],
  triggers: ['"koffi"', '"ffi-napi"', '"@napi-ffi/ffi-napi"', '"ffi"', '"ffi-rs"', '"bun:ffi"', "Deno.dlopen"],
  docs: "https://koffi.dev/functions",
  entries: {
    "koffi.load": { returns: "koffi.Library" },
    "koffi.Library#func": { cFunction: { argument: 0 } },
    "koffi.Library#stdcall": { cFunction: { argument: 0 } },
    "koffi.Library#cdecl": { cFunction: { argument: 0 } },
    "koffi.Library": {},
    "ffi-napi.Library": { returns: "ffi.Symbols" },
    "@napi-ffi/ffi-napi.Library": { returns: "ffi.Symbols" },
    "ffi.Library": { returns: "ffi.Symbols" },
    "ffi.Symbols": { cSymbols: true },
    "ffi.dlopen": { returns: "ffi.Loaded" },
    "ffi.DynamicLibrary": { returns: "ffi.DynamicLibrary" },
    "ffi.DynamicLibrary#getFunction": { cFunction: { argument: 0 } },
    "ffi.DynamicLibrary#getFunctions": { returns: "ffi.Symbols" },
    "ffi.Loaded": {},
    "ffi.Loaded#functions": { property: "ffi.Symbols" },
    "ffi.Loaded#symbols": { property: "ffi.Symbols" },
    "ffi.Loaded#lib": { property: "ffi.DynamicLibrary" },
    "bun:ffi.dlopen": { returns: "ffi.Loaded" },
    "deno.dlopen": { returns: "ffi.Loaded" },
  },
};
export default ffi;
