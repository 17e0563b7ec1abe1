import { isDate } from '../calendar/day-number.js';
import { isAfter, localDateOf, millisOf } from '../calendar/zones.js';
import type { ValueKind } from '../event-schema.js';
import { tiynFromTenge } from '../money/money.js';
import { refuse } from '../refusals/refuse.js';
import type { InstantString } from '../case/case.types.js';
import {
  defectKinds,
  documentTypes,
  paperFaults,
  refusalGrounds,
  registerOutcomes,
  votes,
} from '../case/case.words.js';
import { saysSomething } from '../case/stated.js';
import { complaintOutcomes, extensionGrounds } from '../complaint/complaint.types.js';
import type { RecordedValue } from './corrected-value.js';
import { longestOf } from './text-lengths.js';

/** What is read: a value as people write it, where it belongs, and when it is entered. */
export type Said = Readonly<{
  event: string;
  field: string;
  is: string;
  enteredAt: InstantString;
  zone: string;
}>;

/** Reads a value as the entry itself would have been read. Throws the refusal of what it cannot be. */
export const valueOf = (kind: ValueKind, said: Said): RecordedValue => readers[kind](said);

const unreadable = (field: string, expected: string) => refuse('corrected-value-unreadable', { field, expected });

const text = ({ event, field, is }: Said): string => {
  if (!saysSomething(is)) throw unreadable(field, 'A_TEXT');
  const longest = longestOf(event, field);
  if (is.length > longest) throw refuse('corrected-text-too-long', { field, longest });
  return is;
};

const amount = ({ field, is }: Said): number => {
  const tiyn = readOr(() => tiynFromTenge(is), field, 'AN_AMOUNT');
  if (tiyn === 0) throw refuse('amount-not-positive', { amount: is });
  return tiyn;
};

/** How many there may be, the step that takes them says. */
const workingDays = ({ field, is }: Said): number => {
  if (!/^\d{1,3}$/.test(is)) throw unreadable(field, 'A_WHOLE_NUMBER');
  return Number(is);
};

const date = ({ field, is }: Said): string => {
  if (!isDate(is)) throw unreadable(field, 'A_DAY');
  return is;
};

const day = (said: Said): string => {
  const is = date(said);
  const enteredOn = localDateOf(said.enteredAt, said.zone);
  if (is > enteredOn) throw refuse('corrected-day-in-future', { fact: said.field, is, enteredOn });
  return is;
};

const time = ({ field, is }: Said): string => {
  readOr(() => millisOf(is), field, 'AN_INSTANT');
  return is;
};

const moment = (said: Said): string => {
  const at = time(said);
  const { field, enteredAt } = said;
  if (isAfter(at, enteredAt)) throw refuse('effective-in-future', { field, at, enteredAt });
  return at;
};

const oneOf =
  (known: readonly string[]) =>
  ({ field, is }: Said): string => {
    if (!known.includes(is)) throw unreadable(field, known.join(', '));
    return is;
  };

const readers: Readonly<Record<ValueKind, (said: Said) => RecordedValue>> = {
  TEXT: text,
  AMOUNT: amount,
  OWN_DAY: day,
  LEGAL_DAY: day,
  DAY: day,
  DATE: date,
  MOMENT: moment,
  TIME: time,
  VOTE: oneOf(votes),
  GROUND: oneOf(refusalGrounds),
  DEFECT_KIND: oneOf(defectKinds),
  DOCUMENT_TYPE: oneOf(documentTypes),
  PAPER_FAULT: oneOf(paperFaults),
  REGISTER_OUTCOME: oneOf(registerOutcomes),
  EXTENSION_GROUND: oneOf(extensionGrounds),
  COMPLAINT_OUTCOME: oneOf(complaintOutcomes),
  WORKING_DAYS: workingDays,
};

const readOr = <Value>(read: () => Value, field: string, expected: string): Value => {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) throw unreadable(field, expected);
    throw error;
  }
};
