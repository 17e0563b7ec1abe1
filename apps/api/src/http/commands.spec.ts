import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { LaterCommand } from '@app/domain';
import { isOfficeBound } from '@app/platform';
import {
  approveTransferDeed,
  correctRecord,
  eventsOf,
  issueReceipt,
  issueResult,
  outcomeOf,
  recordHearing,
  sampleCommands,
  signTransferDeed,
  submitApplication,
} from '../../../../libs/domain/src/testing/index.js';
import { bodyOf, doneByPeople, sendCommand, senderOf, type HttpCommand } from '../testing/commands-over-http.js';
import { inProcessApi, type InProcessApi } from '../testing/in-process-api.js';

let api: InProcessApi;
let caseId: string;
beforeAll(async () => {
  api = await inProcessApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  caseId ??= (await sendCommand(api, submitApplication(), { caseId: '' })).body.caseId;
});

/** One sample of each command that people send. */
const samples = doneByPeople(
  sampleCommands.filter(({ type }, index) => sampleCommands.findIndex((other) => other.type === type) === index),
).map((command): [string, HttpCommand] => [command.type, command]);

describe('every command', () => {
  it.each(samples)('%s refuses a field that it does not know, and says which', async (_, command) => {
    const answer = await sendCommand(api, command, { caseId, body: { ...bodyOf(command), owner: 'x' } });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'owner' }] } });
  });

  it.each(samples.filter(([type]) => type !== 'ConfirmCompleteness'))(
    '%s refuses an empty body, and a text where there should be one',
    async (_, command) => {
      const empty = await sendCommand(api, command, { caseId, body: {} });
      expect(empty.status).toBe(422);
      const told: string[] = empty.body.errors.map(({ path }: { path: string }) => path);
      expect(told.filter((path) => !Object.keys(bodyOf(command)).includes(path))).toEqual([]);
      expect(await sendCommand(api, command, { caseId, body: 'text' })).toMatchObject({ status: 422 });
    },
  );

  it.each(samples.filter(([, command]) => isOfficeBound(senderOf(command))))(
    '%s is not there for somebody of another office',
    async (_, command) => {
      const answer = await sendCommand(api, command, { caseId, office: 'aktobe' });
      expect(answer).toMatchObject({ status: 404, body: { code: 'case-not-found' } });
    },
  );

  it.each(samples)('%s out of its turn is told the rule in the way', async (_, command) => {
    const history = eventsOf([submitApplication()]);
    // what people send is never the submission itself
    const { refusal } = outcomeOf(history, command as LaterCommand);
    if (refusal === null) return;
    const { code, rule, paragraph } = refusal;
    expect(await sendCommand(api, command, { caseId })).toMatchObject({ status: 409, body: { code, rule, paragraph } });
  });
});

describe('a route that asks by a word of its body', () => {
  it('lets each officer act for the side of the transfer that is theirs', async () => {
    const receiving = signTransferDeed({ side: 'RECEIVING' });
    expect(await sendCommand(api, receiving, { caseId, role: 'property-officer' })).toMatchObject({
      status: 403,
      body: { permission: 'transfer-deed:sign-as-receiving' },
    });
    const transferring = approveTransferDeed({ side: 'TRANSFERRING' });
    expect(await sendCommand(api, transferring, { caseId, role: 'communal-property-officer' })).toMatchObject({
      status: 403,
      body: { permission: 'transfer-deed:approve-as-transferring' },
    });
  });

  it('lets the counter hand out results, and the head send them to the personal account (R-20, R-26)', async () => {
    const byPortal = issueResult();
    expect(await sendCommand(api, byPortal, { caseId, role: 'front-desk' })).toMatchObject({
      status: 403,
      body: { permission: 'result:issue-by-portal' },
    });
    const atCounter = issueResult({ channel: 'STATE_CORPORATION' });
    expect(await sendCommand(api, atCounter, { caseId, role: 'provider-head' })).toMatchObject({
      status: 403,
      body: { permission: 'result:issue-at-counter' },
    });
  });
});

describe('a body', () => {
  const errorsOf = async (command: HttpCommand, changes: object): Promise<readonly string[]> => {
    const { status, body } = await sendCommand(api, command, { caseId, body: { ...bodyOf(command), ...changes } });
    expect(status).toBe(422);
    return body.errors.map(({ path }: { path: string }) => path);
  };

  it('of a hearing tells the path within the minutes', async () => {
    const { minutes } = recordHearing();
    const future = new Date(Date.now() + 60_000).toISOString();
    const wrong = { ...minutes, participants: 'all', endedAt: future, signedByChair: 'yes', room: 1 };
    expect(new Set(await errorsOf(recordHearing(), { minutes: wrong }))).toEqual(
      new Set(['minutes.room', 'minutes.participants', 'minutes.endedAt', 'minutes.signedByChair']),
    );
  });

  it('of a correction names a fact that there is', async () => {
    const date = { fact: 'SomethingElse', is: '2025-02-30' };
    expect(await errorsOf(correctRecord(), { date })).toEqual(['date.fact', 'date.is']);
  });

  it('of a receipt says whether copies were made', async () => {
    const changes = { copiesMade: 'yes', identification: 'WORD_OF_HONOUR' };
    expect(await errorsOf(issueReceipt(), changes)).toEqual(['identification', 'copiesMade']);
  });

  it('of an approval names an office that approves', async () => {
    expect(await errorsOf(approveTransferDeed(), { approver: 'NOTARY' })).toEqual(['approver']);
  });
});
