import { addsYear, type Calendars, calendarsOf } from '../../calendar/calendars.js';
import { isAfter } from '../../calendar/zones.js';
import type { CaseSettings } from '../../case/case.settings.js';
import { refusalOf } from '../../case/lawful/refusal-of.js';
import type { InstantString } from '../../case/case.types.js';
import type { Refusal } from '../../refusal.js';
import { everyRefusal, throwTogether } from '../../refusals/together.js';
import { complaintAsKnown } from '../complaint.evolve.js';
import { type ComplaintEntry, initialComplaint, isFiled } from '../complaint.state.js';
import { stepOn } from '../complaint.steps.js';
import type { ContestedCase } from '../contested-case.js';
import { fileComplaint } from '../decisions/file-complaint.js';
import { commandOf } from './command-of.js';

/** What the entries of a complaint are judged by. */
export type JudgedBy = Readonly<{
  contestedCase: ContestedCase;
  settings: Pick<CaseSettings, 'acceptForeignerIin' | 'complaintRegistrationOwed' | 'calendars'>;
}>;

/** Throws what the gate of an entry says to it as it stands now, and did not say before (decision 0032). */
export const assertGatesPass = (
  before: readonly ComplaintEntry[],
  after: readonly ComplaintEntry[],
  by: JudgedBy,
): void => {
  const known = new Set(refusalsIn(before, by).map(([what]) => what));
  throwTogether(refusalsIn(after, by).flatMap(([what, refusal]) => (known.has(what) ? [] : [refusal])));
};

/** What each entry would be refused with, were it entered as it stands: by its place and what is wrong. */
const refusalsIn = (history: readonly ComplaintEntry[], by: JudgedBy): readonly (readonly [string, Refusal])[] =>
  history.flatMap((entry, place) => {
    const refusal = refusalOf(() => enter(entry, history.slice(0, place), by));
    const found = refusal === null ? [] : everyRefusal(refusal);
    return found.map((one) => [`${entry.revision} ${one.code}`, one] as const);
  });

/** By the calendar that was known when it was entered. */
const enter = (entry: ComplaintEntry, before: readonly ComplaintEntry[], { contestedCase, settings }: JudgedBy) => {
  const state = complaintAsKnown(before);
  if (entry.event.type === 'ComplaintFiled') {
    const said = {
      ...entry.event.data,
      type: 'FileComplaint',
      enteredAt: entry.enteredAt,
      by: '',
      contestedCase,
    } as const;
    return fileComplaint(said, initialComplaint, settings);
  }
  if (!isFiled(state)) return [];
  const command = commandOf(entry, state.filing.addressee);
  return command === null ? [] : stepOn(command, state, knownAt(settings.calendars, entry.enteredAt));
};

/** A year that is known at all counts from the beginning (decision 0029). */
const knownAt = ({ changes }: Calendars, at: InstantString): Calendars =>
  calendarsOf(changes.filter((change) => addsYear(change) || !isAfter(change.enteredAt, at)));
