import { type Fact, type SchemasOf } from '../event-schema.js';

/** Somebody saw, or tried to see, personal data. Names nobody in clear: persons by the ids of their keys, the purpose sealed. */
export type PersonalDataViewed = Fact<
  'PersonalDataViewed',
  {
    /** The subject of the reader's token; a keyed digest where that is an IIN. */
    who: string;
    role: string;
    /** Of the token; null where it names none. */
    office: string | null;
    /** SHOWN: the answer was about to be sent. REFUSED: nothing was shown. */
    outcome: 'SHOWN' | 'REFUSED';
    /** Why it was refused, as the answer says; null where it was shown. */
    refusal: string | null;
    /** The ids of the keys of those who were seen or looked for. */
    subjects: readonly string[];
    /** The cases in which they were seen. */
    cases: readonly string[];
    /** The method and the pattern of the address, never the address itself. */
    what: string;
    /** What the reader gave as purpose; null where none was asked for and none given. Sealed with the reader's own key. */
    why: string | null;
  }
>;

/** How it is written. */
export const accessSchemas: SchemasOf<PersonalDataViewed> = {
  PersonalDataViewed: { version: 1, personal: [{ at: 'why', subject: 'who' }] },
};
