/** A folder in memory with the face of one that a person has opened: for windows that no person sits at. */

/**
 * Runs in the page, before its scripts: `globalThis.disk` holds the files by name, each with its time. It is full once so many
 * more files have been written (`isFull`: at once), and refuses to replace the file named `stuck`.
 */
export function folderInMemory() {
  const disk = { files: new Map(), isFull: false, fullAfter: Infinity, stuck: "", writes: 0 };
  let clock = 1_700_000_000_000;
  const fileHandle = (/** @type {string} */ name) => ({
    kind: "file",
    name,
    async getFile() {
      const { bytes, time } = disk.files.get(name);
      return new File([bytes], name, { lastModified: time });
    },
    async createWritable() {
      /** @type {Uint8Array} */
      let kept;
      return {
        async write(/** @type {Uint8Array} */ bytes) {
          disk.fullAfter -= 1;
          if (disk.isFull || disk.fullAfter < 0) throw new DOMException("The disk is full.", "QuotaExceededError");
          kept = bytes;
        },
        async close() {
          if (name === disk.stuck) throw new DOMException("The file is held open.", "NoModificationAllowedError");
          clock += 1000;
          disk.writes += 1;
          disk.files.set(name, { bytes: kept.slice(), time: clock });
        },
        async abort() {},
      };
    },
  });
  const handle = {
    kind: "directory",
    name: "school",
    async *values() {
      for (const name of [...disk.files.keys()]) yield fileHandle(name);
    },
    async getFileHandle(/** @type {string} */ name, { create = false } = {}) {
      if (!create && !disk.files.has(name)) throw new DOMException("There is no such file.", "NotFoundError");
      if (!disk.files.has(name)) disk.files.set(name, { bytes: new Uint8Array(), time: 0 });
      return fileHandle(name);
    },
    async removeEntry(/** @type {string} */ name) {
      if (!disk.files.delete(name)) throw new DOMException("There is no such file.", "NotFoundError");
    },
    async isSameEntry(/** @type {object} */ other) {
      return other === handle;
    },
  };
  Object.assign(globalThis, { disk, showDirectoryPicker: async () => handle });
}

/** Puts files in. @param {any} page @param {{name: string, bytes: Buffer}[]} files */
export const fillFolder = (page, files) =>
  page.evaluate(
    (/** @type {{name: string, base64: string}[]} */ all) => {
      const { disk } = /** @type {any} */ (globalThis);
      for (const { name, base64 } of all) {
        disk.files.set(name, { bytes: Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0)), time: 1 });
      }
    },
    files.map(({ name, bytes }) => ({ name, base64: bytes.toString("base64") })),
  );

/** A file's content. @param {any} page @param {string} name @returns {Promise<Buffer>} */
export async function inFolder(page, name) {
  const base64 = await page.evaluate((/** @type {string} */ file) => {
    const { bytes } = /** @type {any} */ (globalThis).disk.files.get(file);
    let signs = "";
    for (const byte of bytes) signs += String.fromCharCode(byte);
    return btoa(signs);
  }, name);
  return Buffer.from(base64, "base64");
}

/** Every file, as text that tells any two states apart. @param {any} page @returns {Promise<Record<string, string>>} */
export const allInFolder = (page) =>
  page.evaluate(() =>
    Object.fromEntries(
      [.../** @type {any} */ (globalThis).disk.files].map(([name, { bytes }]) => [name, Array.from(bytes).join(" ")]),
    ),
  );

/**
 * One folder for every window of a browser context, kept outside them: what two tabs of one computer see.
 * @param {any} context
 * @param {{name: string, bytes: Buffer}[]} files
 */
export async function folderForAll(context, files) {
  let time = 1_700_000_000_000;
  const kept = new Map(files.map(({ name, bytes }) => [name, { base64: bytes.toString("base64"), time }]));
  await context.exposeFunction("folderNames", () => [...kept.keys()]);
  await context.exposeFunction("folderFile", (/** @type {string} */ name) => kept.get(name) ?? null);
  await context.exposeFunction("folderPut", (/** @type {string} */ name, /** @type {string} */ base64) => {
    time += 1000;
    kept.set(name, { base64, time });
  });
  await context.exposeFunction("folderTake", (/** @type {string} */ name) => kept.delete(name));
  await context.addInitScript(doorToFolder);
  return {
    /** @param {string} name */
    bytes: (name) => Buffer.from(kept.get(name)?.base64 ?? "", "base64"),
  };
}

/** Runs in each window, before its scripts. */
function doorToFolder() {
  const { folderNames, folderFile, folderPut, folderTake } = /** @type {any} */ (globalThis);
  const missing = () => new DOMException("There is no such file.", "NotFoundError");
  const fileHandle = (/** @type {string} */ name) => ({
    kind: "file",
    name,
    async getFile() {
      const file = await folderFile(name);
      if (!file) throw missing();
      const bytes = Uint8Array.from(atob(file.base64), (sign) => sign.charCodeAt(0));
      return new File([bytes], name, { lastModified: file.time });
    },
    async createWritable() {
      let base64 = "";
      return {
        async write(/** @type {Uint8Array} */ bytes) {
          let signs = "";
          for (const byte of bytes) signs += String.fromCharCode(byte);
          base64 = btoa(signs);
        },
        close: () => folderPut(name, base64),
        async abort() {},
      };
    },
  });
  const handle = {
    kind: "directory",
    name: "school",
    async *values() {
      for (const name of await folderNames()) yield fileHandle(name);
    },
    async getFileHandle(/** @type {string} */ name, { create = false } = {}) {
      if (!(await folderFile(name))) {
        if (!create) throw missing();
        await folderPut(name, "");
      }
      return fileHandle(name);
    },
    async removeEntry(/** @type {string} */ name) {
      if (!(await folderTake(name))) throw missing();
    },
    async isSameEntry(/** @type {object} */ other) {
      return other === handle;
    },
  };
  Object.assign(globalThis, { showDirectoryPicker: async () => handle });
}
