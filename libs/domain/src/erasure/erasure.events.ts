import { entered, type EventSchema, type Fact, plain, type SchemasOf } from '../event-schema.js';

/** A case or complaint of which something is shown no more: how many words from before they were sealed stay in the log, never shown. */
export type ErasedStream = Readonly<{
  stream: string;
  /** OWN: the person applied or complained, and the words in it are erased too. NAMED: they are kept, and not shown. */
  as: 'OWN' | 'NAMED';
  clearTexts: number;
}>;

/** An administrator asks for it; another one has to confirm. `person` and `reason` are sealed by the key that it destroys. */
export type PersonalDataErasureRequested = Fact<
  'PersonalDataErasureRequested',
  { erasureId: string; person: Readonly<{ iin: string }>; reason: string; legalBasis: string; requestedBy: string }
>;

/** From now on it is carried out, whatever happens meanwhile. `subject` is the keyed hash by which the vault knows the person. */
export type PersonalDataErasureConfirmed = Fact<
  'PersonalDataErasureConfirmed',
  {
    erasureId: string;
    confirmedBy: string;
    subject: string;
    /** The keys that are destroyed. */
    keyIds: readonly string[];
    /** The keys of words in cases of others: they are kept, and open nothing any more. */
    withheld: readonly string[];
    streams: readonly ErasedStream[];
  }
>;

/** The keys are destroyed. */
export type PersonalDataErased = Fact<
  'PersonalDataErased',
  { erasureId: string; subject: string; keyIds: readonly string[]; withheld: readonly string[] }
>;

export type ErasureEvent = PersonalDataErasureRequested | PersonalDataErasureConfirmed | PersonalDataErased;

const requested: EventSchema = {
  version: 1,
  personal: [
    { at: 'person', subject: 'person.iin' },
    { at: 'reason', subject: 'person.iin' },
    ...entered('legalBasis'),
  ],
};

/** How each of them is written. */
export const erasureSchemas: SchemasOf<ErasureEvent> = {
  PersonalDataErasureRequested: requested,
  PersonalDataErasureConfirmed: plain,
  PersonalDataErased: plain,
};
