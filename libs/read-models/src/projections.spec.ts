import { describe, expect, it } from '@jest/globals';
import { eventSchemas, type CaseEvent, type DwellingEvent, type PersonalDataViewed } from '@app/domain';
import type { Recorded } from '@app/event-store';
import {
  addDocument,
  correctRecord,
  eventsOf,
  issueResult,
  portalPath,
  reversePayment,
  recordDutyMissed,
  recordStateData,
  setDocumentAside,
  stateFamilyAct,
  samplePaths,
  withdrawApplication,
} from '../../domain/src/testing/index.js';
import { fold } from './engine/fold.js';
import { collectionOf, foldOf, isJoin, isView, type Fold, type Join, type View, idOf } from './engine/projection.js';
import { madeUntil } from './engine/joins/make-joined.js';
import { contentOf, grouped, refold } from './engine/refold.js';
import { rowsOf, shown } from './engine/show.js';
import { projections } from './projections.js';
import { dayMadeOff, yearAdded } from './testing/calendar-history.js';
import { paidCase, rejectedCase } from './testing/case-history.js';
import { correctedComplaint, datedComplaint, ruledComplaint, settledComplaint } from './testing/complaint-history.js';
import { inLogOrder, recorder } from './testing/recorded.js';

const at = '2024-03-04T10:00:00+05:00';

const withdrawn = [
  ...portalPath.slice(0, 3),
  addDocument(),
  setDocumentAside(),
  stateFamilyAct(),
  recordStateData(),
  recordDutyMissed(),
  correctRecord(),
  withdrawApplication(),
];

const seen: PersonalDataViewed['data'] = {
  at,
  who: 'a.official',
  role: 'caseworker',
  office: 'almaty-bostandyk',
  outcome: 'SHOWN',
  refusal: null,
  subjects: ['key-1'],
  cases: ['c1'],
  what: 'GET /cases/{caseId}',
  why: 'A call of the applicant',
};

const looks: readonly PersonalDataViewed[] = [
  { type: 'PersonalDataViewed', data: seen },
  {
    type: 'PersonalDataViewed',
    data: { ...seen, outcome: 'REFUSED', refusal: 'permission-missing', subjects: [], why: null },
  },
];

const logOfEverything = (): readonly Recorded[] => {
  const record = recorder();
  return inLogOrder(
    ...record('dwelling-d1', [{ type: 'DwellingClaimed', data: { dwellingId: 'd1', caseId: 'c1', at } }]),
    ...record('case-c1', paidCase('c1')),
    ...record('case-c2', rejectedCase('c2')),
    ...samplePaths.flatMap((path, index) => record(`case-s${index}`, eventsOf(path))),
    ...record('case-a', eventsOf([...portalPath.slice(0, 8), issueResult()])),
    ...record('case-w', eventsOf(withdrawn)),
    ...record('case-reversed', eventsOf([...portalPath, reversePayment()])),
    ...record('calendar-kz', [dayMadeOff('2024-03-27'), yearAdded()]),
    ...record('complaint-k1', ruledComplaint('k1')),
    ...record('complaint-k2', settledComplaint('k2')),
    ...record('complaint-k3', datedComplaint('k3')),
    ...record('complaint-k4', correctedComplaint('k4')),
    ...record('access-2024-03-04-p.1', looks),
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
    // No projection has the streams of these. Registration numbers are claims that the write side reads (decision 0034); that what lies
    // outside the log is guarded is read of the log alone (decision 0038), and so are erasures (decision 0041).
    const notFolded = /^(RegistrationNumber|OutsideLogGuarded|PersonalDataEras|HeadSigned|NewLog)/;
    const folded = Object.keys(eventSchemas).filter((type) => !notFolded.test(type));
    expect([...new Set(logOfEverything().map(({ type }) => type))].sort()).toEqual(folded.sort());
  });
});

const joins = projections.flatMap((one): [string, Join][] => (isJoin(one) ? [[collectionOf(one), one]] : []));
const folds = projections.flatMap((one): [string, Fold][] =>
  isView(one) || isJoin(one) ? [] : [[collectionOf(one), one]],
);
const views = projections.flatMap((one): [string, View][] => (isView(one) ? [[collectionOf(one), one]] : []));

describe.each(folds)('the fold of %s', (_, projection) => {
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

  it('keeps only strings, numbers below 2^53, booleans and nulls', () => {
    const { documents } = refold(projection, log);
    expect(documents.length).toBeGreaterThan(0);
    expectPlain(documents);
  });

  it('passes over an event that it does not know, also as the first', () => {
    const record = recorder();
    const stream = `${projection.streams[0]}x`;
    const before = unknownEvent(record, stream);
    const first = fold(projection, null, before);
    expect(first.failure).toBeNull();
    expect(fold(projection, first.stored, unknownEvent(record, stream)).failure).toBeNull();
  });
});

describe.each(views)('the view %s', (_, view) => {
  const log = logOfEverything();

  it('rests on a fold of the same streams', () => {
    expect([projections.includes(view.of), view.streams]).toEqual([true, view.of.streams]);
  });

  it('never takes back a row once given', () => {
    for (const [, own] of grouped(foldOf(view), log)) {
      let given: readonly string[] = [];
      let before: Stored | null = null;
      for (const event of own) {
        const { stored, derived }: ReturnType<typeof fold> = fold(view.of, before, [event]);
        const rows = stored ? rowsOf(view, { stored, derived }).map(idOf) : [];
        expect(rows).toEqual(expect.arrayContaining([...given]));
        given = rows;
        before = stored;
      }
    }
  });

  it('gives rows that name the document that gives them', () => {
    for (const stored of refold(view.of, log).documents)
      for (const row of rowsOf(view, shown(view.of, stored))) expect(view.documentOf(row)).toBe(idOf(stored));
    expect(refold(view, log).rows.length).toBeGreaterThan(0);
  });

  it('gives the same rows whether they are made with the last event or of the document as it is stored', () => {
    const again = refold(view.of, log).documents.flatMap((stored) => rowsOf(view, shown(view.of, stored)));
    expect(new Set(again.map(contentOf))).toEqual(new Set(refold(view, log).rows));
  });

  it('keeps only strings, numbers below 2^53, booleans and nulls', () => {
    expectPlain(refold(view, log).rows);
  });
});

describe.each(joins)('the join %s', (_, join) => {
  const log = logOfEverything();
  const documents = log
    .filter(({ stream, revision }) => stream.startsWith(join.own) && revision === 0)
    .map(({ stream }) => stream.slice(join.own.length));

  it('makes a document of every prefix of the log, and of the same events the same', () => {
    expect(documents.length).toBeGreaterThan(0);
    for (const id of documents)
      for (const [index, { position }] of log.entries()) {
        const { document, failure } = madeUntil(join, id, log, position);
        expect(failure).toBeNull();
        expect(madeUntil(join, id, log.slice(0, index + 1), Infinity)).toEqual({ document, failure });
      }
  });

  it('keeps only strings, numbers below 2^53, booleans and nulls', () => {
    expectPlain(refold(join, log).documents);
  });

  it('passes over an event that it does not know', () => {
    const last = log.at(-1)!.position;
    for (const stream of documents.flatMap((id) => madeUntil(join, id, log, last).document!.streams)) {
      const { id, revision } = log.findLast((event) => event.stream === stream)!;
      const place = { stream, revision: revision + 1, position: last + 1, id: `${id}, the next` };
      const unknown = { ...unknownEvent(recorder(), stream)[0]!, ...place };
      for (const document of documents)
        expect(madeUntil(join, document, [...log, unknown], last + 1).failure).toBeNull();
    }
  });
});

type Stored = NonNullable<ReturnType<typeof fold>['stored']>;

const expectPlain = (kept: readonly unknown[]): void => {
  expect(JSON.parse(JSON.stringify(kept))).toEqual(kept);
  expect(numbersIn(kept).every(Number.isSafeInteger)).toBe(true);
};

const numbersIn = (value: unknown): number[] => {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
};
