import { createHmac, type KeyObject } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { replaceFile, syncFolder } from '@app/platform';
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
    const record = { vault: this.#vault, id, keyIds, withheld, streams };
    await replaceFile(join(this.#folder, `${id}.json`), `${JSON.stringify(record)}\n`);
    // The first erasure makes the folder.
    await syncFolder(dirname(this.#folder));
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

const isMissing = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
