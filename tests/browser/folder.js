/** A folder in memory with the face of one that a person has opened: for windows that no person sits at. */

/**
 * Runs in the page, before its scripts: `globalThis.disk` holds the files by name, each with its time; `isFull` refuses writes.
 */
export function folderInMemory() {
  const disk = { files: new Map(), isFull: false, writes: 0 };
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
          if (disk.isFull) throw new DOMException("The disk is full.", "QuotaExceededError");
          kept = bytes;
        },
        async close() {
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
    async getFileHandle(/** @type {string} */ name) {
      if (!disk.files.has(name)) disk.files.set(name, { bytes: new Uint8Array(), time: 0 });
      return fileHandle(name);
    },
    async removeEntry(/** @type {string} */ name) {
      disk.files.delete(name);
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
