/** The real program on a folder of its own: started, its address read, ended with its folder. */

import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const ROOT = new URL("../../", import.meta.url).pathname;
const PROGRAM = process.env.RECUSE ?? join(ROOT, "target/debug/recuse");

// A run that is broken off ends as any other does: with what it started.
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));

/** A file or folder of the repository. @param {string} path */
export const inRepository = (path) => join(ROOT, path);

/**
 * @typedef {object} Served
 * @property {string} folder
 * @property {string} address    with the start token
 * @property {() => Promise<void>} end
 */

/**
 * Starts `recuse serve` on a new folder.
 * @param {{copy?: string}} [school]  a folder whose files the school has from the start
 * @returns {Promise<Served>}
 */
export async function serve({ copy } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "recuse-page-"));
  if (copy) cpSync(copy, folder, { recursive: true });
  const child = spawn(PROGRAM, ["serve", folder, "--no-open"], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const address = await firstLine(child);
  // A test that failed ends nothing: the process that ran it does.
  child.unref();
  /** @type {any} */ (child.stdout).unref();
  const stop = () => {
    child.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  process.once("exit", stop);
  return {
    folder,
    address,
    async end() {
      process.off("exit", stop);
      child.ref();
      child.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @returns {Promise<string>}
 */
function firstLine(child) {
  return new Promise((resolve, reject) => {
    const lines = createInterface({ input: /** @type {import("node:stream").Readable} */ (child.stdout) });
    lines.once("line", (line) => resolve(line.match(/http:\S+/)?.[0] ?? line));
    child.once("exit", (code) => reject(new Error(`the program ended with ${code} before it said where it serves`)));
    child.once("error", reject);
  });
}

/** Runs a command of the program to its end. @param {string[]} parts @returns {Promise<number|null>} */
export function run(parts) {
  const child = spawn(PROGRAM, parts, { stdio: "ignore" });
  return new Promise((resolve, reject) => child.once("exit", resolve).once("error", reject));
}
