import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { evolveCase, initialCase, knownDutiesOf, type CaseEvent, type CaseState, type KnownDuty } from '@app/domain';
import { eventsOf, samplePaths } from '../../../domain/src/testing/index.js';
import type { ReadModels } from '../read-models.js';
import { paidCase } from '../testing/case-history.js';
import { startDocuments, type Documents } from '../testing/documents.js';
import { project } from '../testing/projecting.js';
import { recorder } from '../testing/recorded.js';
import { dutyFields } from './case-view.queries.js';

let documents: Documents;
let readModels: ReadModels;
const history = paidCase('c');

beforeAll(async () => {
  documents = await startDocuments();
  readModels = await documents.open();
  const record = recorder();
  const log = history.flatMap((_, index) => record(`case-c${index}`, history.slice(0, index + 1)));
  await project(readModels.database, log);
}, 30_000);
afterAll(() => documents.close());

/** A duty less the way to its day of acceptance, which nothing follows from. */
const told = (duties: readonly KnownDuty[]) => duties.map(({ acceptance: _acceptance, ...duty }) => duty);

/** Of a state, what a query asks for. */
const asked = ({ application, ...state }: CaseState): CaseState => {
  const pathsIn = (part: object, prefix: string) =>
    Object.fromEntries(Object.entries(part).filter(([field]) => dutyFields.includes(`${prefix}${field}`)));
  const partial = application && pathsIn(application, 'application.');
  // Only some fields are there, as in what the database answers.
  return { ...initialCase, ...pathsIn(state, ''), application: partial as CaseState['application'] };
};

describe('the fields that are asked for of open cases', () => {
  it.each(samplePaths.map((path) => eventsOf(path)))('are all that duties follow from: %#', (...events) => {
    let state = initialCase;
    for (const event of events) {
      state = evolveCase(state, event, event.data.at);
      expect(told(knownDutiesOf(asked(state)))).toEqual(told(knownDutiesOf(state)));
    }
  });
});

describe('the states of open cases', () => {
  it('hold all that duties follow from, at every step of a case', async () => {
    const found = new Map<string, readonly KnownDuty[]>();
    for await (const { caseId, state } of readModels.cases.openStates(null)) found.set(caseId, knownDutiesOf(state));
    const open = history.slice(0, -1).map((_, index) => `c${index}`);
    expect([...found.keys()].sort()).toEqual(open.toSorted());
    for (const caseId of open) {
      const whole = await readModels.cases.stateOf(caseId);
      expect(told(found.get(caseId)!)).toEqual(told(knownDutiesOf(whole!.state)));
    }
  });

  it('are those of one office where one is named', async () => {
    const count = async (office: string | null) => {
      let cases = 0;
      for await (const _ of readModels.cases.openStates(office)) cases += 1;
      return cases;
    };
    expect([await count('almaty-bostandyk'), await count('nowhere')]).toEqual([history.length - 1, 0]);
  });

  it('of one case hold what a supposed correction of a value goes back to', async () => {
    const { state } = (await readModels.cases.stateOf('c5'))!;
    const registered = state.history.find(({ event }) => event.type === 'ApplicationRegistered')!;
    const value = { event: 'ApplicationRegistered', field: 'registeredOn', was: '2024-03-05', is: '2024-03-06' };
    const data = { at: '2024-03-07T10:00:00+05:00', applicantIin: null, date: null, reason: '' };
    // What of a correction the folds read.
    const correction = {
      type: 'CorrectionRecorded',
      data: { ...data, values: [{ revision: registered.revision, ...value }] },
    };
    const supposed = evolveCase(state, correction as unknown as CaseEvent, data.at);
    expect(supposed.dates).toEqual({ ...state.dates, ApplicationRegistered: '2024-03-06' });
    expect(supposed.status).toBe(state.status);
  });
});
