import type { Addressee, ComplaintOutcome, LocalDate } from '@app/domain';
import type { ExactReader } from '../figures/exact-reader.js';
import { isBetween } from '../figures/figure-kinds.js';
import { limitOf, pageOf, readCursor, writeCursor, type PageRequest } from '../queries/page.js';
import type { ComplaintStanding } from './complaint-figures.projection.js';
import type { Consideration } from './complaint-row.js';

/** What complaints are told apart by. */
export type ComplaintKind = Readonly<{
  addressee: Addressee;
  /** Null while it is not decided, and where it was settled. */
  outcome: ComplaintOutcome | null;
  /** OVERDUE is a running one whose day is over. */
  term: Consideration | 'OVERDUE';
  extended: boolean;
}>;

/** How many complaints are alike in all four, and under which rulebooks their cases were accepted. */
export type ComplaintFigure = ComplaintKind & Readonly<{ count: number; rulebooks: readonly string[] }>;

/** Which complaints are counted; what is left out does not narrow. Months are `YYYY-MM` of the day of receipt. */
export type ComplaintSelection = Readonly<{
  officeId?: string | undefined;
  addressee?: Addressee | undefined;
  from?: string | undefined;
  until?: string | undefined;
  /** The day at whose beginning running terms are told overdue. Absent: none is overdue. */
  asOf?: LocalDate | undefined;
  /** A log position that the read models include. */
  position: number;
}>;

/** One complaint behind a figure. */
export type ComplaintBehind = ComplaintKind &
  Readonly<{
    complaintId: string;
    caseId: string;
    officeId: string;
    rulebook: string;
    filedOn: LocalDate;
    due: LocalDate | null;
    decidedOn: LocalDate | null;
  }>;

export type ComplaintFigureQueries = Readonly<{
  /** Complaints by addressee, outcome, term and extension: the same for ever at the same position. */
  figures: (request: ComplaintSelection) => Promise<Readonly<{ items: readonly ComplaintFigure[]; heldBack: number }>>;
  /** The complaints of one figure, in order of their ids: as many as it says. Throws `InvalidCursor`. */
  behind: (
    request: ComplaintSelection & PageRequest & Readonly<{ kind: ComplaintKind }>,
  ) => Promise<Readonly<{ items: readonly ComplaintBehind[]; nextCursor: string | null }>>;
}>;

/** The figures of complaints. */
export const complaintFigureQueries = (reader: ExactReader<ComplaintStanding>): ComplaintFigureQueries => ({
  figures: async (request) => {
    const groups = new Map<string, Readonly<{ kind: ComplaintKind; count: number; rulebooks: Set<string> }>>();
    for await (const { figure } of reader.at(request.position, request)) {
      if (!isSelected(figure, request)) continue;
      const kind = kindOf(figure, request);
      const { count, rulebooks } = groups.get(wordsOf(kind)) ?? { count: 0, rulebooks: new Set<string>() };
      groups.set(wordsOf(kind), { kind, count: count + 1, rulebooks: rulebooks.add(figure.rulebook) });
    }
    const sorted = [...groups].toSorted(([one], [other]) => (one < other ? -1 : 1));
    const items = sorted.map(([, { kind, count, rulebooks }]) => ({
      ...kind,
      count,
      rulebooks: [...rulebooks].toSorted(),
    }));
    return { items, heldBack: await reader.heldBack(request.position) };
  },
  behind: async (request) => {
    const after = readCursor(list, request.cursor);
    const limit = limitOf(request);
    const found: ComplaintBehind[] = [];
    for await (const { id, figure } of reader.at(request.position, { officeId: request.officeId, after })) {
      if (!isSelected(figure, request)) continue;
      if (wordsOf(kindOf(figure, request)) !== wordsOf(request.kind)) continue;
      found.push({ complaintId: id, ...figure, ...kindOf(figure, request) });
      if (found.length > limit) break;
    }
    return pageOf(found, limit, ({ complaintId }) => writeCursor(list, complaintId));
  },
});

const list = 'complaints behind a figure';

const isSelected = (standing: ComplaintStanding, { officeId, addressee, ...range }: ComplaintSelection): boolean =>
  (officeId === undefined || officeId === standing.officeId) &&
  (addressee === undefined || addressee === standing.addressee) &&
  isBetween(standing.filedOn.slice(0, 'YYYY-MM'.length), range);

const kindOf = (
  { addressee, outcome, term, extended, due }: ComplaintStanding,
  { asOf }: ComplaintSelection,
): ComplaintKind => {
  const isOver = term === 'RUNNING' && due !== null && asOf !== undefined && due < asOf;
  return { addressee, outcome, term: isOver ? 'OVERDUE' : term, extended };
};

const wordsOf = ({ addressee, outcome, term, extended }: ComplaintKind): string =>
  `${addressee} ${outcome} ${term} ${extended}`;
