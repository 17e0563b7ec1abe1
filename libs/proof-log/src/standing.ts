import type { Collection, Db } from 'mongodb';

/**
 * How the proof log stands, as the process that keeps it wrote it last: its name and its key (vkey), what stops it in one sentence (null
 * where nothing does), and a `fault` of what was met in the log itself, which stays until the tiles are built anew.
 */
export type ProofLogState = Readonly<{
  origin: string;
  vkey: string;
  trouble: string | null;
  fault: string | null;
  /** The revision of the last head that the log holds, -1 for none, and how much more its number is (`LogName`). */
  headRevision: number;
  lost: number;
}>;

type Stored = ProofLogState & Readonly<{ _id: string }>;

const only = 'standing';

/** The one document of it, in MongoDB. Throws what the driver throws. */
export class StandingStore {
  readonly #standing: Collection<Stored>;

  constructor(database: Db) {
    this.#standing = database.collection<Stored>('proof-standing');
  }

  /** Null where no process has kept the log yet. */
  async read(): Promise<ProofLogState | null> {
    const found = await this.#standing.findOne({ _id: only }, { projection: { _id: 0 } });
    return found && { ...ofBefore, ...found };
  }

  async write(state: ProofLogState): Promise<void> {
    await this.#standing.replaceOne({ _id: only }, state, { upsert: true });
  }
}

/** What a version of before wrote says nothing of heads, until the first look of this one. */
const ofBefore = { headRevision: -1, lost: 0 };
