import { missedAsKnown, type Duty } from '@app/domain';
import { count } from './cells.js';
import type { Dataset, ExportRow, ExportSources } from './dataset.js';
import { logDataset } from './log-dataset.js';
import { missedDutyRows } from './missed-duties.dataset.js';

/** The record, which is told by its number where a rule is owed several times. */
const recordedRows = logDataset({
  ...missedDutyRows,
  columns: [...missedDutyRows.columns, count('instance', 'The number of the instalment (R-98); empty for all others.')],
});

/**
 * The rows of `missed-duties`, each with its number and what is known of it by now. The first columns are the record and stay for ever; the last three follow
 * the case, and so may be others tomorrow (docs/decisions/0028-what-is-known-by-now-is-exported-beside-the-record.md).
 */
export const missedDutiesAsKnown: Dataset = {
  name: 'missed-duties-as-known',
  about:
    'Every duty that was recorded as missed, with what is known of it by now: the last three columns may be others tomorrow.',
  columns: [
    ...recordedRows.columns,
    { name: 'foundKeptOn', about: 'The day on which it was done in time, as was found later.' },
    { name: 'foundDueOn', about: 'The day on which it was due instead, as was found later: it is not missed twice.' },
    {
      name: 'foundNotOwed',
      about:
        'Whether it was found that nobody owed it past its day; empty where its case is not in the read models yet.',
    },
  ],
  page: async (sources, request) => {
    const page = await recordedRows.page(sources, request);
    const owed = await owedIn(page.rows, sources);
    return { ...page, rows: page.rows.map((row) => [...row, ...foundCells(row, owed)]) };
  },
};

type Owed = ReadonlyMap<string, readonly Parameters<typeof missedAsKnown>[1][number][]>;

const cellOf = (row: ExportRow, name: string): string => {
  const cell = valueOf(row, name);
  return typeof cell === 'string' ? cell : '';
};

const valueOf = (row: ExportRow, name: string): ExportRow[number] =>
  row[recordedRows.columns.findIndex((column) => column.name === name)] ?? null;

const instanceOf = (row: ExportRow): number | null => {
  const cell = valueOf(row, 'instance');
  return typeof cell === 'number' ? cell : null;
};

/** The duties of all that the rows are of, by the stream. */
const owedIn = async (rows: readonly ExportRow[], { cases, complaints }: ExportSources): Promise<Owed> => {
  const idsIn = (column: string): readonly string[] => [...new Set(rows.map((row) => cellOf(row, column)))];
  const found = await Promise.all([cases.dutiesOf(idsIn('caseId')), complaints.dutiesOf(idsIn('complaintId'))]);
  return new Map<string, readonly Pick<Duty<string>, OwedField>[]>(found.flatMap((duties) => [...duties]));
};

type OwedField = 'rule' | 'instance' | 'kind' | 'due' | 'status' | 'late' | 'dischargedOn';

const foundCells = (row: ExportRow, owed: Owed): ExportRow => {
  const duties = owed.get(cellOf(row, 'caseId')) ?? owed.get(cellOf(row, 'complaintId'));
  if (duties === undefined) return [null, null, null];
  const recorded = { rule: cellOf(row, 'rule'), instance: instanceOf(row), due: cellOf(row, 'due') };
  const { foundKeptOn, foundDueOn, foundNotOwed } = missedAsKnown(recorded, duties);
  return [foundKeptOn, foundDueOn, foundNotOwed];
};
