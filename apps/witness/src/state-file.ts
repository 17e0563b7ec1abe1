import { replaceFile, textIn } from '@app/platform';
import { fromBase64, Malformed, parseCheckpoint, toBase64, type WitnessedHead } from '@app/proof';
import { WitnessRefused } from './options.js';

/** What was cosigned last of each origin: size, root in base64, the checkpoint with all signatures. */
type Kept = Readonly<{ size: number; root: string; checkpoint: string }>;

/**
 * The one file of what was cosigned, and nothing else that counts. It is replaced as a whole, and on the disk before an answer leaves:
 * a witness that is killed at any moment knows all that it has signed.
 */
export class StateFile {
  #kept: ReadonlyMap<string, Kept>;

  private constructor(
    private readonly file: string,
    kept: ReadonlyMap<string, Kept>,
  ) {
    this.#kept = kept;
  }

  /** Reads the file; nothing was cosigned where there is none. Throws `WitnessRefused` where it cannot be read as one. */
  static async open(file: string): Promise<StateFile> {
    const text = await textIn(file);
    return new StateFile(file, text === null ? new Map() : keptIn(text, file));
  }

  headOf(origin: string): WitnessedHead | undefined {
    const kept = this.#kept.get(origin);
    return kept && { size: kept.size, root: fromBase64(kept.root) };
  }

  /** The last checkpoint that was cosigned; undefined before the first. */
  checkpointOf(origin: string): string | undefined {
    return this.#kept.get(origin)?.checkpoint;
  }

  /** Keeps a checkpoint, on the disk, before it answers. Throws the system's own error; then nothing is kept. */
  async keep(origin: string, head: WitnessedHead, checkpoint: string): Promise<void> {
    const next = new Map(this.#kept).set(origin, { size: head.size, root: toBase64(head.root), checkpoint });
    await replaceFile(this.file, `${JSON.stringify(Object.fromEntries(next), null, 2)}\n`);
    this.#kept = next;
  }
}

const keptIn = (text: string, file: string): ReadonlyMap<string, Kept> => {
  try {
    // Each entry is held to its own checkpoint below.
    const entries = Object.entries(JSON.parse(text) as Readonly<Record<string, Kept>>);
    for (const [origin, { size, root, checkpoint }] of entries) {
      const said = parseCheckpoint(checkpoint);
      if (said.origin !== origin || said.size !== size || toBase64(said.root) !== root)
        throw new Malformed(`the entry of ${origin} is not of its checkpoint`);
    }
    return new Map(entries);
  } catch (error) {
    throw new WitnessRefused(
      `${file} cannot be read as what this witness has cosigned: restore the newest copy that you have. An older one, or none, lets it sign what it must not.`,
      { cause: error },
    );
  }
};
