import { foundInWords, languages, missedAsKnown, type Spoken } from '@app/domain';
import type { CaseViewDocument } from '../case-view/case-view.projection.js';
import type { TimelineEntry } from './timeline.projection.js';

/** What a case shows of its duties. */
export type Owed = Readonly<{
  duties: CaseViewDocument['duties'];
  facts: Pick<CaseViewDocument['facts'], 'missedDuties'>;
}>;

/** The entries of a timeline, where a recorded missed duty says what is known of it by now. */
export const withFindings = (
  entries: readonly TimelineEntry[],
  { duties, facts: { missedDuties } }: Owed,
): readonly TimelineEntry[] => {
  let recorded = 0;
  return entries.map((entry) => {
    if (entry.type !== 'DutyMissed') return entry;
    const missed = missedDuties[recorded];
    recorded += 1;
    return missed === undefined
      ? entry
      : { ...entry, what: both(entry.what, foundInWords(missedAsKnown(missed, duties))) };
  });
};

const both = (what: Spoken, more: Spoken): Spoken =>
  // Of each language its words.
  Object.fromEntries(languages.map((language) => [language, `${what[language]}${more[language]}`])) as Spoken;
