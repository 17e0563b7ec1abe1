import { createHmac, randomUUID, type KeyObject } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isErasure, type Erasure } from './erasure.js';
import { MasterKeyRefused } from './vault.js';

/**
 * The erasures of a vault, kept beside its master key, where no backup of the vault brings an older state back: a folder `erased-keys` with
 * one file an erasure, `<id>.json`, that says whose it is, as one folder may hold the master keys of several vaults.
 */
export class ErasedKeys {
  readonly #folder: string;
  /** The name of the vault, made of the key in its head. */
  readonly #vault: string;

  constructor(masterKeyFile: string, digestKey: KeyObject | Buffer) {
    this.#folder = join(dirname(masterKeyFile), 'erased-keys');
    this.#vault = createHmac('sha256', digestKey).update('the vault of these erasures').digest('hex').slice(0, 16);
  }

  /** Keeps an erasure: it is on the disk, whole, when this answers. Throws what the system says of the folder. */
  async keep({ id, keyIds, withheld, streams }: Erasure): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const file = join(this.#folder, `${id}.json`);
    // Nobody else has this name: processes in containers may have one id, and several carry out an erasure at once.
    const draft = `${file}.${randomUUID()}`;
    try {
      await writeDurably(draft, `${JSON.stringify({ vault: this.#vault, id, keyIds, withheld, streams })}\n`);
      await rename(draft, file);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
    // A new name is durable when its folder is, and a new folder when the one above is.
    await synced(this.#folder);
    await synced(dirname(this.#folder));
  }

  /** Every erasure of this vault. Throws `MasterKeyRefused` where a file cannot be read as one: what it erased would come back. */
  async all(): Promise<readonly Erasure[]> {
    const names = await readdir(this.#folder).catch((error: unknown) => {
      if (isMissing(error)) return [];
      throw this.#refused(this.#folder, error);
    });
    const files = names.filter((name) => name.endsWith('.json')).map((name) => join(this.#folder, name));
    const read = await Promise.all(files.map((file) => this.#read(file)));
    return read.flatMap(({ vault, erasure }) => (vault === this.#vault ? [erasure] : []));
  }

  async #read(file: string): Promise<Readonly<{ vault: unknown; erasure: Erasure }>> {
    try {
      const content: unknown = JSON.parse(await readFile(file, 'utf8'));
      if (isErasure(content) && 'vault' in content) return { vault: content.vault, erasure: content };
    } catch (error) {
      throw this.#refused(file, error);
    }
    throw this.#refused(file, null);
  }

  #refused(file: string, cause: unknown): MasterKeyRefused {
    return new MasterKeyRefused(
      `${file} cannot be read as a record of destroyed keys: restore it from the backup of the master key, or what it erased would be shown again.`,
      { cause },
    );
  }
}

const writeDurably = async (file: string, text: string): Promise<void> => {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const synced = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const isMissing = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
