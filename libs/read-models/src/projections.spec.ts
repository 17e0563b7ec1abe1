import { describe, expect, it } from '@jest/globals';
import { eventSchemas, type CaseEvent, type DwellingEvent } from '@app/domain';
import type { Recorded } from '@app/event-store';
import {
  addDocument,
  correctRecord,
  eventsOf,
  issueResult,
  portalPath,
  recordDutyMissed,
  recordStateData,
  samplePaths,
  withdrawApplication,
} from '../../domain/src/testing/index.js';
import { fold } from './engine/fold.js';
import { collectionOf, type Projection } from './engine/projection.js';
import { grouped, refold } from './engine/refold.js';
import { rowsOf } from './engine/rows.js';
import { projections } from './projections.js';
import { dayMadeOff } from './testing/calendar-history.js';
import { paidCase, rejectedCase } from './testing/case-history.js';
import { ruledComplaint, settledComplaint } from './testing/complaint-history.js';
import { inLogOrder, recorder } from './testing/recorded.js';

const at = '2024-03-04T10:00:00+05:00';

const withdrawn = [
  ...portalPath.slice(0, 2),
  addDocument(),
  recordStateData(),
  recordDutyMissed(),
  correctRecord(),
  withdrawApplication(),
];

const logOfEverything = (): readonly Recorded[] => {
  const record = recorder();
  return inLogOrder(
    ...record('dwelling-d1', [{ type: 'DwellingClaimed', data: { dwellingId: 'd1', caseId: 'c1', at } }]),
    ...record('case-c1', paidCase('c1')),
    ...record('case-c2', rejectedCase('c2')),
    ...samplePaths.flatMap((path, index) => record(`case-s${index}`, eventsOf(path))),
    ...record('case-a', eventsOf([...portalPath.slice(0, 7), issueResult()])),
    ...record('case-w', eventsOf(withdrawn)),
    ...record('calendar-kz', [dayMadeOff('2024-03-27')]),
    ...record('complaint-k1', ruledComplaint('k1')),
    ...record('complaint-k2', settledComplaint('k2')),
    ...record('dwelling-d1', [
      { type: 'DwellingReleased', data: { dwellingId: 'd1', caseId: 'c1', reason: 'CASE_CLOSED', at } },
    ]),
  );
};

const unknownEvent = (record: ReturnType<typeof recorder>, stream: string): readonly Recorded[] =>
  // An event of a later version, which the folds have never heard of.
  record(stream, [{ type: 'SomethingNew', data: { at } } as unknown as CaseEvent | DwellingEvent]);

describe('the log that the folds are tested with', () => {
  it('holds every event type', () => {
    expect([...new Set(logOfEverything().map(({ type }) => type))].sort()).toEqual(Object.keys(eventSchemas).sort());
  });
});

describe.each(projections.map((projection): [string, Projection] => [collectionOf(projection), projection]))(
  'the fold of %s',
  (_, projection) => {
    const log = logOfEverything();

    it('takes every event, and taken twice they change nothing', () => {
      for (const [, own] of grouped(projection, log)) {
        const once = fold(projection, null, own);
        expect(once.failure).toBeNull();
        expect(fold(projection, once.stored, own)).toEqual({ stored: once.stored, last: null, failure: null });
      }
    });

    it('gives the same document whether events come together, one by one, or some of them again', () => {
      for (const [, own] of grouped(projection, log)) {
        const together = fold(projection, null, own).stored;
        const oneByOne = own.reduce((stored: typeof together, event) => fold(projection, stored, [event]).stored, null);
        const overlapping = fold(projection, fold(projection, null, own.slice(0, 3)).stored, own.slice(1)).stored;
        expect(oneByOne).toEqual(together);
        expect(overlapping).toEqual(together);
      }
    });

    it('never takes back a row once given', () => {
      for (const [, own] of grouped(projection, log)) {
        let given: readonly string[] = [];
        let stored: ReturnType<typeof fold>['stored'] = null;
        for (const event of own) {
          stored = fold(projection, stored, [event]).stored;
          const rows = stored ? rowsOf(projection, stored).map(({ _id }) => _id) : [];
          expect(rows).toEqual(expect.arrayContaining([...given]));
          given = rows;
        }
      }
    });

    it('gives rows that name the document that gives them', () => {
      const stored = refold(projection, log).documents;
      const named = stored.map((document) => rowsOf(projection, document).map((row) => projection.documentOf?.(row)));
      expect(named).toEqual(stored.map(({ _id, ...rest }) => rowsOf(projection, { _id, ...rest }).map(() => _id)));
    });

    it('keeps only strings, numbers below 2^53, booleans and nulls', () => {
      const { documents, rows } = refold(projection, log);
      expect(JSON.parse(JSON.stringify([documents, rows]))).toEqual([documents, rows]);
      expect(numbersIn([documents, rows]).every(Number.isSafeInteger)).toBe(true);
    });

    it('passes over an event that it does not know, also as the first', () => {
      const record = recorder();
      const stream = `${projection.streams[0]}x`;
      const before = unknownEvent(record, stream);
      const first = fold(projection, null, before);
      expect(first.failure).toBeNull();
      expect(fold(projection, first.stored, unknownEvent(record, stream)).failure).toBeNull();
    });
  },
);

const numbersIn = (value: unknown): number[] => {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
};
