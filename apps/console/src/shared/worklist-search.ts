import { habits } from './storage.js';

/** What the address of the worklist says. What a person is looked for by never stands there: addresses end in histories and logs. */
export type WorklistSearch = Readonly<{
  stage?: string;
  status?: string;
  route?: string;
  officeId?: string;
  overdue?: 'true';
  mine?: 'true';
  sort?: 'submitted';
  cursor?: string;
}>;

const texts = ['stage', 'status', 'route', 'officeId', 'cursor'] as const;

/** Reads an address; what it does not know is left out. */
export const readSearch = (given: Readonly<Record<string, unknown>>): WorklistSearch => ({
  ...Object.fromEntries(texts.flatMap((name) => (typeof given[name] === 'string' ? [[name, given[name]]] : []))),
  ...(given['overdue'] === 'true' && { overdue: 'true' as const }),
  ...(given['mine'] === 'true' && { mine: 'true' as const }),
  ...(given['sort'] === 'submitted' && { sort: 'submitted' as const }),
});

/** Keeps the filters for the next time, but not the page. */
export const keepFilters = ({ cursor: _cursor, ...filters }: WorklistSearch): void =>
  habits.write('worklist', JSON.stringify(filters));

/** The filters that were kept last. */
export const keptFilters = (): WorklistSearch => {
  try {
    const kept: unknown = JSON.parse(habits.read('worklist') ?? '{}');
    return typeof kept === 'object' && kept !== null ? readSearch({ ...kept }) : {};
  } catch {
    return {};
  }
};
