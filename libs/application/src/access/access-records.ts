import { randomUUID } from 'node:crypto';
import { isValidIin, type PersonalDataViewed } from '@app/domain';
import { type Codec, type EventStore, GroupedRecords } from '@app/event-store';

/** Who looked at whose data, in which cases, by which route, and why. Persons by IIN: what is written holds the ids of their keys. */
export type Look = Readonly<{
  who: string;
  role: string;
  office: string | null;
  outcome: 'SHOWN' | 'REFUSED';
  refusal: string | null;
  iins: readonly string[];
  cases: readonly string[];
  what: string;
  why: string | null;
  correlationId: string;
  /** ISO 8601. */
  at: string;
}>;

type Log = Readonly<{
  store: Pick<EventStore, 'append'>;
  codec: Pick<Codec, 'encode' | 'digest' | 'keyIdsOf'>;
}>;

/** The prefix of the streams that hold who looked: `access-<UTC day>-<process>.<number>`. */
export const accessPrefix = 'access-';

/** Puts on record who looked at personal data. */
export class AccessRecords {
  readonly #records: GroupedRecords;

  constructor(private readonly log: Log) {
    this.#records = new GroupedRecords(accessPrefix, log);
  }

  /** Resolves once the look is durable: only then may anything be shown. Throws what the store and the vault throw. */
  async record({ iins, correlationId, ...look }: Look): Promise<void> {
    const keyIds = await this.log.codec.keyIdsOf(iins);
    const who = this.nameFor(look.who);
    const event: PersonalDataViewed = {
      type: 'PersonalDataViewed',
      data: { ...look, who, subjects: [...keyIds.values()] },
    };
    const context = {
      actor: who,
      onBehalfOf: null,
      office: look.office,
      correlationId,
      causationId: null,
      idempotencyKey: randomUUID(),
      expectedRevision: null,
      request: look.what,
      recordedAt: look.at,
      effectiveAt: look.at,
    };
    await this.#records.record({ event, context });
  }

  /** The name of a reader in the record: its subject, or a keyed digest of one that is an IIN. */
  nameFor(subject: string): string {
    return isValidIin(subject) ? `sub-${this.log.codec.digest(`subject ${subject}`).slice(0, 32)}` : subject;
  }
}
