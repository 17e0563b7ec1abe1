import type { StageRecord } from '../stage-records/stage-records.projection.js';
import type { Cell, Column, Dataset } from './dataset.js';

const columns: readonly (Column & Readonly<{ of: (record: StageRecord) => Cell }>)[] = [
  {
    name: 'position',
    about: 'Where the event that changed the stage stands in the log.',
    of: ({ logPosition }) => logPosition,
  },
  { name: 'eventId', about: 'The id of that event, and of the record.', of: ({ id }) => id },
  { name: 'caseId', about: 'The case; joins with the dataset applications.', of: ({ caseId }) => caseId },
  { name: 'officeId', about: 'The office of the provider.', of: ({ officeId }) => officeId },
  { name: 'route', about: 'COMMUNAL, COMMUNAL_ENTITY or REPUBLICAN_ENTITY.', of: ({ route }) => route },
  { name: 'from', about: 'The stage before; empty at the first.', of: ({ from }) => from },
  { name: 'stage', about: 'The stage from then on.', of: ({ stage }) => stage },
  { name: 'status', about: 'What the case had come to.', of: ({ status }) => status },
  { name: 'recordedAt', about: 'When it was entered, ISO 8601.', of: ({ recordedAt }) => recordedAt },
  { name: 'effectiveAt', about: 'When it happened, ISO 8601.', of: ({ effectiveAt }) => effectiveAt },
];

/** Every change of stage, as it is reported to the monitoring information system (R-82, para 11). */
export const stages: Dataset = {
  name: 'stages',
  about: 'Every change of the stage of a case: from which to which, when, in which office, on which route (para 11).',
  columns: columns.map(({ name, about }) => ({ name, about })),
  page: async ({ stageRecords }, { after, limit }) => {
    const { records, ...page } = await stageRecords.after(after, limit);
    return { ...page, rows: records.map((record) => columns.map(({ of }) => of(record))) };
  },
};
