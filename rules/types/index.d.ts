import plugin from "./index.cjs";

export type Plugin = plugin.Plugin;
export type RuleName = plugin.RuleName;
export type Settings = plugin.Settings;

export default plugin;
