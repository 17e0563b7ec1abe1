import { entered, type EventSchema, type Fact, plain, type SchemasOf } from '../event-schema.js';

/** A head of the proof log was signed. */
export type HeadSigned = Readonly<{
  type: 'HeadSigned';
  data: Readonly<{
    /** Its signed note (C2SP tlog-checkpoint), by the log's own key alone. */
    checkpoint: string;
  }>;
}>;

/** The last head of a log that is signed no more, as the log after it names it. */
export type LastHead = Readonly<{
  /** Its signed note; that of a witness where one has cosigned more than was kept here. */
  checkpoint: string;
  /** The key that signed it (vkey); null where it is not known any more. */
  vkey: string | null;
  /** The number of the last head that was kept here. */
  head: number;
  /** How many heads that were kept here the log does not hold. */
  lost: number;
}>;

/** The proof log is signed no more, and an administrator asks to go on under a new name; another one has to confirm. */
export type NewLogRequested = Fact<'NewLogRequested', { newLogId: string; reason: string; requestedBy: string }>;

/** From now on heads are signed under a new name. This event is in the tree of each of them, and so they name the last head of the log before. */
export type NewLogBegun = Fact<
  'NewLogBegun',
  {
    newLogId: string;
    confirmedBy: string;
    origin: string;
    after: LastHead;
    /** That this system wrote it: a MAC over all of this but `at`, under the key of the vault. */
    mac: string;
  }
>;

export type NewLogEvent = NewLogRequested | NewLogBegun;

const requested: EventSchema = { version: 1, personal: entered('reason') };

/** How each of them is written. */
export const proofLogSchemas: SchemasOf<HeadSigned | NewLogEvent> = {
  HeadSigned: plain,
  NewLogRequested: requested,
  NewLogBegun: plain,
};
