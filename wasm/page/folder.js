/**
 * A school's folder on the disk, opened by the person: read whole, written whole. What another window or program has changed
 * meanwhile is seen before anything is written.
 */

/** Files that hold tables, the policy or the proof; copies and lock files do not. */
const TABLES = /^(?!\.|~\$)(.*\.(csv|xlsx|xlsm|ods|toml)|roster\.proof)$/i;
/** Most that is read, in megabytes. */
export const MOST = 256;

/** The folder is too large. */
export class TooLarge extends Error {}

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

/** Tells one state of a file from another. @param {File} file */
const stampOf = (file) => `${file.size} ${file.lastModified}`;

/** @param {unknown} problem */
const isMissing = (problem) => problem instanceof DOMException && problem.name === "NotFoundError";

export class Folder {
  /** Stamps of the tables as we read or wrote them. @type {Map<string, string>} */
  #known = new Map();

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
    this.#known = new Map(files.map((file) => [file.name, stampOf(file)]));
    const read = files.map(async (file) => /** @type {const} */ ([file.name, new Uint8Array(await file.arrayBuffer())]));
    return new Map(await Promise.all(read));
  }

  /** Whether all is as we read or wrote it last. */
  async isAsKnown() {
    const files = await this.#look();
    return files.length === this.#known.size && files.every((file) => this.#known.get(file.name) === stampOf(file));
  }

  /**
   * Writes what has changed, all or nothing: everything lies beside its file before the first file is replaced, so that a full disk
   * changes none; where one cannot be replaced, the others are put back.
   * @param {{name: string, bytes: Uint8Array|null}[]} changes  null: the file goes
   */
  async write(changes) {
    const before = await Promise.all(changes.map(async ({ name }) => ({ name, bytes: await this.#bytesOf(name) })));
    /** @type {any[]} */
    const streams = [];
    try {
      for (const { name, bytes } of changes) {
        if (!bytes) continue;
        const file = await this.handle.getFileHandle(name, { create: true });
        const stream = await file.createWritable();
        streams.push(stream);
        await stream.write(bytes);
      }
      for (const stream of streams) await stream.close();
      for (const { name, bytes } of changes) if (!bytes) await this.#remove(name);
      for (const { name } of changes) await this.#note(name);
    } catch (problem) {
      for (const stream of streams) await stream.abort().catch(() => undefined);
      for (const { name, bytes } of before) await this.#putBack(name, bytes);
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

  /** What the folder has under the name; null: nothing. @param {string} name @returns {Promise<Uint8Array|null>} */
  async #bytesOf(name) {
    try {
      const file = await (await this.handle.getFileHandle(name)).getFile();
      return new Uint8Array(await file.arrayBuffer());
    } catch (problem) {
      if (isMissing(problem)) return null;
      throw problem;
    }
  }

  /** A file as it was. Where that fails it is no longer known, and the next step reads the folder anew. @param {string} name @param {Uint8Array|null} bytes */
  async #putBack(name, bytes) {
    try {
      const now = await this.#bytesOf(name);
      if (bytes === null) await this.#remove(name);
      else if (now === null || now.length !== bytes.length || now.some((byte, at) => byte !== bytes[at])) {
        const file = await this.handle.getFileHandle(name, { create: true });
        const stream = await file.createWritable();
        await stream.write(bytes);
        await stream.close();
      }
      await this.#note(name);
    } catch {
      this.#known.delete(name);
    }
  }

  /** @param {string} name */
  async #remove(name) {
    await this.handle.removeEntry(name).catch((/** @type {unknown} */ problem) => {
      if (!isMissing(problem)) throw problem;
    });
  }

  /** Takes note of a table as it is now. @param {string} name */
  async #note(name) {
    if (!TABLES.test(name)) return;
    try {
      this.#known.set(name, stampOf(await (await this.handle.getFileHandle(name)).getFile()));
    } catch (problem) {
      if (!isMissing(problem)) throw problem;
      this.#known.delete(name);
    }
  }
}
