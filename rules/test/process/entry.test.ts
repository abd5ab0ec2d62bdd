import assert from "node:assert/strict";
import { runsIn, type Role } from "../../src/process/index.ts";
import { file, here } from "./code.ts";

const CLUSTER = `import cluster from "node:cluster"; import { fileURLToPath } from "node:url"; `;

/** Whether `here()` runs in a role. */
function table(title: string, role: Role, rows: readonly (readonly [string, string])[]): void {
  describe(title, () => {
    for (const [text, expected] of rows)
      it(text, () => assert.equal(runsIn(here(file(CLUSTER + text)), role), expected));
  });
}

table("tests for the program's own file, in the file that is started", "entry", [
  ["if (require.main === module) here();", "yes"],
  ["if (module === require.main) here();", "yes"],
  ["if (require.main !== module) here();", "no"],
  ["if (require.main == module) here();", "yes"],
  ["if (!(require.main === module)) here();", "no"],
  ["if (require.main !== module) return; here();", "yes"],
  ["if (import.meta.main) here();", "yes"],
  ["if (process.argv[1] === fileURLToPath(import.meta.url)) here();", "yes"],
  ["if (fileURLToPath(import.meta.url) === process.argv[1]) here();", "yes"],
  ["if (import.meta.url === `file://${process.argv[1]}`) here();", "yes"],
  ["if (process.argv[1] === __filename) here();", "yes"],
  ["if (import.meta.path === Bun.main) here();", "yes"],
  ["if (process.argv[1] > __filename) here();", "maybe"],
  ["if (process.argv[2] === __filename) here();", "maybe"],
  ["if (require.main === other) here();", "maybe"],
  ["if (module === other) here();", "maybe"],
  ["if (my.require.main === module) here();", "maybe"],
  ["if (require.main === module.parent) here();", "maybe"],
  ["if (require.main === my.module) here();", "maybe"],
  ["if (require.main >= module) here();", "maybe"],
  ["if (require.main != module) here();", "no"],
  ["if (require.main.filename === module) here();", "maybe"],
]);

table("tests that come to a cluster's primary", "cluster-primary", [
  ["if (cluster.isPrimary) here();", "yes"],
  ["if (!cluster.isPrimary) here();", "no"],
  ["if (cluster.isPrimary && x) here();", "maybe"],
  ["if (cluster.isWorker && x) here();", "no"],
  ["if (x && cluster.isWorker) here();", "no"],
  ["if (cluster.isPrimary || x) here();", "yes"],
  ["if (x || cluster.isPrimary) here();", "yes"],
  ["if (cluster.isWorker || x) here();", "maybe"],
  ["if (cluster.isWorker || !cluster.isPrimary) here();", "no"],
  ["if (cluster.isPrimary ?? x) here();", "yes"],
  ["if (x ?? cluster.isPrimary) here();", "maybe"],
  ["const primary = cluster.isPrimary; if (primary) here();", "yes"],
  ["let primary = cluster.isPrimary; primary = x; if (primary) here();", "maybe"],
  ["export function run(cluster) { if (!cluster.isMaster) here(); }", "no"],
  ["export function run(cluster) { if (cluster.isWorker) here(); }", "no"],
  ["export function run(cluster) { if (cluster.isDead) here(); }", "maybe"],
  ["export function run(other) { if (other.isWorker) here(); }", "maybe"],
  ["export function run(my) { if (my.nodeCluster.isWorker) here(); }", "no"],
  ["export function run(my) { if (my.clusterInfo.isWorker) here(); }", "maybe"],
  ["if (+cluster.isPrimary) here();", "yes"],
  ["const a = !a; if (a) here();", "maybe"],
  ["export function run(cluster) { if (cluster[x]) here(); }", "maybe"],
  ["export function run(my) { if (my[x].isWorker) here(); }", "maybe"],
  ["export function run(cluster) { if (cluster().isWorker) here(); }", "maybe"],
  ["import { cluster as own } from './own.js'; if (own.isWorker) here();", "maybe"],
  ["if (!!!!!!!!!!!!cluster.isPrimary) here();", "yes"],
  ["if (!!!!!!!!!!!!!!cluster.isPrimary) here();", "maybe"],
  ["switch (cluster.isPrimary) { case false: here(); }", "no"],
  ["switch (x) { case 1: here(); }", "maybe"],
]);

table("functions, and what calls them", "cluster-primary", [
  ["function f() { here(); } f();", "yes"],
  ["function f() { here(); } if (cluster.isWorker) f();", "no"],
  ["function f() { here(); } if (x) f();", "maybe"],
  ["function f() { here(); } if (cluster.isWorker) f(); if (x) f();", "maybe"],
  ["function f() { here(); } if (cluster.isWorker) f(); f();", "yes"],
  ["function f() { here(); f(); } if (cluster.isWorker) f();", "no"],
  ["function f() { here(); }", "maybe"],
  ["export function f() { here(); } if (cluster.isWorker) f();", "maybe"],
  ["export function f() { here(); } f();", "yes"],
  ["function g(fn) { fn(); } g(() => here());", "yes"],
  ["function g(fn) { if (cluster.isWorker) fn(); } g(() => here());", "no"],
  ["function g(fn) { if (x) fn(); } g(() => here());", "maybe"],
  ["function g(fn) { later(fn); } g(() => here());", "maybe"],
  ["function g(fn) { fn(); } if (cluster.isWorker) g(() => here());", "no"],
  ["function g(fn) { const run = () => fn(); run(); } g(() => here());", "yes"],
  ["function g(fn) { const run = () => fn(); if (cluster.isWorker) run(); } g(() => here());", "no"],
  ["[1].forEach(() => here());", "yes"],
  ["setTimeout(() => here(), 1);", "yes"],
  ["odd(() => here());", "maybe"],
]);
