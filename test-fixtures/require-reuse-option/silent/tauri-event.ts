import { listen, type UnlistenFn } from "@tauri-apps/api/event";

let unlisten: UnlistenFn | undefined;

export async function watchProgress(onProgress: (percent: number) => void): Promise<void> {
  unlisten?.();
  unlisten = await listen<number>("download-progress", (event) => onProgress(event.payload));
}
