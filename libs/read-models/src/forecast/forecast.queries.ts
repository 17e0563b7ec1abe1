import { dueDate, usedDays, type Calendars, type Form, type LocalDate, type Route, type Term } from '@app/domain';
import { deadlineBoard, type DeadlineRow } from '../deadline-board/deadline-board.projection.js';
import { deadlineOf, type StoredRow } from '../deadline-board/stored-row.js';
import type { LiveFillings } from '../engine/rebuild/live-fillings.js';
import { limitOf, pageOf, type Page, type PageRequest } from '../queries/page.js';
import { pastCounter } from './count-past.js';
import { forecastOf, type Forecast } from './forecast.js';
import { cursorAfter, inOrder, placeIn, type ForecastOrder, type InOrder, type Place } from './forecast-order.js';
import { openDuties, wholeRows, type OpenFilter, type OpenRow, type Stretch } from './open-duties.js';
import type { PastDuties } from './past-duties.js';

/** What to forecast, and in which order. */
export type ForecastRequest = PageRequest &
  OpenFilter &
  Readonly<{
    sort: ForecastOrder;
    /** Only duties with at least this share, 0 to 1. */
    leastShare?: number | undefined;
    /** How many past duties a share needs. */
    minimum: number;
    /** The day at whose end things are looked at. Absent: that of the cursor, else today. */
    asOf?: LocalDate | undefined;
    today: LocalDate;
    /** The log position that the past must include; null where any will do. */
    atLeast: number | null;
  }>;

/** One open duty with its forecast. */
export type ForecastItem = Readonly<{
  duty: DeadlineRow;
  route: Route;
  form: Form;
  term: Term;
  /** How many days of the term are used up. */
  usedDays: number;
  forecast: Forecast;
}>;

export type ForecastPage = Page<ForecastItem> & Readonly<{ asOf: LocalDate }>;

export type ForecastQueries = Readonly<{
  /** The open duties of cases with their forecasts. Throws `InvalidCursor`, `TooManyOpenDuties`. */
  page: (request: ForecastRequest) => Promise<ForecastPage>;
}>;

/** Thrown where more duties are open than can be put in the order of their shares. */
export class TooManyOpenDuties extends Error {
  override readonly name = 'TooManyOpenDuties';
}

/** What forecasts are made with. */
type ForecastParts = Readonly<{
  position: () => Promise<number | null>;
  calendars: () => Promise<Calendars>;
  /** The most open duties that are put in the order of their shares; 50,000 where absent. */
  most?: number;
}>;

const mostOpenDuties = 50_000;

/** The forecasts of open duties. */
export const forecastQueries = (
  live: LiveFillings,
  { position, calendars, most = mostOpenDuties }: ForecastParts,
): ForecastQueries => {
  const countPast = pastCounter(live, position);
  return {
    page: async (request) => {
      const rows = live.collection<StoredRow>(deadlineBoard);
      const place = placeIn(request);
      const asked = { ...request, asOf: request.asOf ?? place?.asOf ?? request.today };
      const { past, position: included } = await countPast(asked.asOf, asked.atLeast);
      const forecasting = forecaster(asked, past, await calendars());
      const found = await openDuties(rows, asked, stretchOf(asked, place, most));
      if (found.length > most) throw new TooManyOpenDuties(`more than ${most} duties are open`);
      const listed = inOrder(found.map(forecasting), asked, place);
      const { items, nextCursor } = pageOf(listed, limitOf(asked), (last) => cursorAfter(last, asked));
      const whole = await wholeRows(rows, items);
      const shown = items.flatMap((item) => itemsOf(item, whole.get(item.order)));
      return { asOf: asked.asOf, items: shown, nextCursor, position: included };
    },
  };
};

/** In the order of the dates no more is looked at than a page holds, unless shares decide what belongs to it. */
const stretchOf = (request: ForecastRequest, place: Place | null, most: number): Stretch =>
  request.sort === 'due' && request.leastShare === undefined
    ? { after: place?.order ?? null, limit: limitOf(request) + 1 }
    : { after: null, limit: most + 1 };

type Forecasted = InOrder & Readonly<{ row: OpenRow; usedDays: number; forecast: Forecast }>;

const forecaster = (
  { asOf, minimum }: Readonly<{ asOf: LocalDate; minimum: number }>,
  past: PastDuties,
  { current: calendar }: Calendars,
): ((row: OpenRow) => Forecasted) => {
  const used = new Map<string, number>();
  const usedOf = ({ triggeredOn: from, term }: OpenRow): number => {
    const key = `${from} ${term.n} ${term.unit}`;
    const known = used.get(key) ?? usedDays(dueDate({ from, term, calendar }), asOf);
    used.set(key, known);
    return known;
  };
  return (row) => {
    const usedDaysNow = usedOf(row);
    const duty = { ...row, usedDays: usedDaysNow, overdue: row.due !== null && row.due < asOf };
    const forecast = forecastOf(duty, past, minimum);
    return { row, usedDays: usedDaysNow, forecast, order: row.order, share: forecast.share };
  };
};

/** A row once given is given for ever, unless its projection is filled anew meanwhile. */
const itemsOf = ({ usedDays: used, forecast }: Forecasted, row: StoredRow | undefined): readonly ForecastItem[] => {
  if (row === undefined || row.term === null) return [];
  const { route, form, term } = row;
  return [{ duty: deadlineOf(row), route, form, term, usedDays: used, forecast }];
};
