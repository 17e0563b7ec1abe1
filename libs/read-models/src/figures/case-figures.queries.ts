import type { OpenStage, Route, Form, LocalDate, Span } from '@app/domain';
import { limitOf, pageOf, readCursor, writeCursor, type PageRequest } from '../queries/page.js';
import type { CaseFigure, Days } from './case-figure.js';
import { CaseTally, type GroupFigures } from './case-tally.js';
import type { ExactReader } from './exact-reader.js';
import {
  isBehind,
  isSelected,
  monthOf,
  type CaseSelection,
  type DutyQuestion,
  type FigureQuestion,
} from './figure-kinds.js';

/** What cases may be told apart by. */
export type FigureDimension = 'office' | 'route' | 'form' | 'month';

/** What the cases of a group have in common; `month` null where they have none yet. */
export type GroupKey = Readonly<{ officeId?: string; route?: Route; form?: Form; month?: string | null }>;

export type CaseFiguresRequest = CaseSelection &
  DutyQuestion &
  Readonly<{ by: readonly FigureDimension[]; position: number }>;

/** Figures at a log position: of all cases selected, and of each group of them in order of their keys. */
export type CaseFiguresFound = Readonly<{
  heldBack: number;
  total: GroupFigures;
  groups: readonly Readonly<{ key: GroupKey; figures: GroupFigures }>[];
}>;

/** One case behind a figure. `days` is its length where that is what the figure measures. */
export type CaseBehind = Readonly<{
  caseId: string;
  officeId: string;
  route: Route;
  form: Form;
  stage: OpenStage | 'CLOSED';
  rulebook: string;
  receivedOn: LocalDate;
  decidedOn: LocalDate | null;
  closedOn: LocalDate | null;
  days: Days | null;
}>;

export type CaseFigureQueries = Readonly<{
  /** The same for ever at the same position, once every projection includes it. */
  figures: (request: CaseFiguresRequest) => Promise<CaseFiguresFound>;
  /** The cases behind a figure, in order of their ids: as many as the figure says. Throws `InvalidCursor`. */
  behind: (
    request: CaseSelection & FigureQuestion & PageRequest & Readonly<{ position: number }>,
  ) => Promise<Readonly<{ items: readonly CaseBehind[]; nextCursor: string | null }>>;
}>;

/** The figures of cases. */
export const caseFigureQueries = (reader: ExactReader<CaseFigure>): CaseFigureQueries => ({
  figures: async (request) => {
    const total = new CaseTally(request);
    const groups = new Map<string, Readonly<{ key: GroupKey; tally: CaseTally }>>();
    for await (const { figure } of reader.at(request.position, request)) {
      if (!isSelected(figure, request)) continue;
      total.add(figure);
      if (request.by.length > 0) groupOf(figure, groups, request).add(figure);
    }
    const found = [...groups].toSorted(([one], [other]) => (one < other ? -1 : 1));
    return {
      heldBack: await reader.heldBack(request.position),
      total: total.figures(),
      groups: found.map(([, { key, tally }]) => ({ key, figures: tally.figures() })),
    };
  },
  behind: async (request) => {
    const after = readCursor(list, request.cursor);
    const limit = limitOf(request);
    const found: CaseBehind[] = [];
    for await (const { id, figure } of reader.at(request.position, { officeId: request.officeId, after })) {
      if (!isSelected(figure, request) || !isBehind(figure, request)) continue;
      found.push(caseBehind(id, figure, request.span));
      if (found.length > limit) break;
    }
    return pageOf(found, limit, ({ caseId }) => writeCursor(list, caseId));
  },
});

const list = 'cases behind a figure';

type Groups = Map<string, Readonly<{ key: GroupKey; tally: CaseTally }>>;

/** The group of a case, begun where it is its first. */
const groupOf = (figure: CaseFigure, groups: Groups, request: CaseFiguresRequest): CaseTally => {
  const key = keyOf(figure, request);
  const name = JSON.stringify(Object.values(key));
  const group = groups.get(name) ?? { key, tally: new CaseTally(request) };
  groups.set(name, group);
  return group.tally;
};

const keyOf = (figure: CaseFigure, { by, monthOf: which }: CaseFiguresRequest): GroupKey => ({
  ...(by.includes('office') && { officeId: figure.officeId }),
  ...(by.includes('route') && { route: figure.route }),
  ...(by.includes('form') && { form: figure.form }),
  ...(by.includes('month') && { month: monthOf(figure, which) }),
});

const caseBehind = (caseId: string, figure: CaseFigure, span: Span | undefined): CaseBehind => {
  const { officeId, route, form, stage, rulebook, receivedOn, decidedOn, closedOn } = figure;
  const days = span === undefined ? null : (figure.days[span] ?? null);
  return { caseId, officeId, route, form, stage, rulebook, receivedOn, decidedOn, closedOn, days };
};
