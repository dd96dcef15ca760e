/**
 * A school's folder on the disk, opened by the person: read whole, written whole. What another window or program has changed
 * meanwhile is seen before anything is written.
 */

/** Files that hold tables or the policy; copies and lock files do not. */
const TABLES = /^(?!\.|~\$).*\.(csv|xlsx|xlsm|ods|toml)$/i;
/** Most that is read, in megabytes. */
export const MOST = 256;

/** The folder is too large. */
export class TooLarge extends Error {}

/**
 * @typedef {object} Read
 * @property {string} stamp        tells one state of the file from another
 * @property {Uint8Array} bytes
 */

export const canOpen = "showDirectoryPicker" in globalThis;

/** Lets the person choose a folder; null where they thought better of it. @returns {Promise<Folder|null>} */
export async function chosenFolder() {
  try {
    return new Folder(await /** @type {any} */ (globalThis).showDirectoryPicker({ id: "recuse", mode: "readwrite" }));
  } catch (problem) {
    if (problem instanceof DOMException && problem.name === "AbortError") return null;
    throw problem;
  }
}

/** @param {File} file */
const stampOf = (file) => `${file.size} ${file.lastModified}`;

export class Folder {
  /** As we know it. @type {Map<string, Read>} */
  #files = new Map();

  /** @param {any} handle */
  constructor(handle) {
    this.handle = handle;
  }

  get name() {
    return this.handle.name;
  }

  /** Reads every table anew. @returns {Promise<Map<string, Uint8Array>>} */
  async read() {
    const files = await this.#look();
    const size = files.reduce((sum, file) => sum + file.size, 0);
    if (size > MOST << 20) throw new TooLarge();
    const read = files.map(async (file) => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      return /** @type {[string, Read]} */ ([file.name, { stamp: stampOf(file), bytes }]);
    });
    this.#files = new Map(await Promise.all(read));
    return new Map([...this.#files].map(([name, { bytes }]) => [name, bytes]));
  }

  /** Whether all is as we read or wrote it last. */
  async isAsKnown() {
    const files = await this.#look();
    return (
      files.length === this.#files.size && files.every((file) => this.#files.get(file.name)?.stamp === stampOf(file))
    );
  }

  /**
   * Writes what has changed; where one file cannot be written, those before it are put back.
   * @param {{name: string, bytes: Uint8Array|null}[]} changes
   */
  async write(changes) {
    /** @type {typeof changes} */
    const undone = [];
    try {
      for (const { name, bytes } of changes) {
        undone.unshift({ name, bytes: this.#files.get(name)?.bytes ?? null });
        await this.#put(name, bytes);
      }
    } catch (problem) {
      for (const { name, bytes } of undone) await this.#put(name, bytes).catch(() => undefined);
      throw problem;
    }
  }

  /** One window at a time. @template T @param {() => Promise<T>} work @returns {Promise<T>} */
  async alone(work) {
    let isBegun = false;
    try {
      return await navigator.locks.request(`recuse ${this.name}`, () => {
        isBegun = true;
        return work();
      });
    } catch (problem) {
      // Some browsers keep no locks for files: then the look before writing is all there is.
      if (isBegun) throw problem;
      return work();
    }
  }

  /** @returns {Promise<File[]>} */
  async #look() {
    const handles = [];
    for await (const entry of this.handle.values()) {
      if (entry.kind === "file" && TABLES.test(entry.name)) handles.push(entry);
    }
    return Promise.all(handles.map((entry) => entry.getFile()));
  }

  /** @param {string} name @param {Uint8Array|null} bytes  null: the file goes */
  async #put(name, bytes) {
    if (bytes === null) {
      if (this.#files.has(name)) await this.handle.removeEntry(name);
      this.#files.delete(name);
      return;
    }
    const file = await this.handle.getFileHandle(name, { create: true });
    const stream = await file.createWritable();
    try {
      await stream.write(bytes);
      await stream.close();
    } catch (problem) {
      await stream.abort().catch(() => undefined);
      throw problem;
    }
    if (TABLES.test(name)) this.#files.set(name, { stamp: stampOf(await file.getFile()), bytes });
  }
}
