import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { samples } from '@app/domain';
import { filed, stageTwo, step, walkedCase, type WalkedCase } from '../support/case-walks.js';
import { startSystem, type System } from '../support/system.js';
import { communalWalk, filedAt, on, stepOf, type WalkStep } from '../support/walk.js';

let system: System;

beforeAll(async () => {
  system = await startSystem();
}, 60_000);
afterAll(() => system.stop());

/** Who owes it until when, how it stands, and the term that holds it. */
const dutyOf = async (walked: WalkedCase, rule: string): Promise<unknown> => {
  const duty = (await walked.view()).duties.find((one: { rule: string }) => one.rule === rule);
  return duty && `${duty.debtor} ${duty.due} ${duty.status} in ${duty.heldBy}`;
};

const why = async ({ caseId }: WalkedCase, rule: string, lang = 'en'): Promise<string> =>
  (await system.get(`/cases/${caseId}/duties/${rule}/why?lang=${lang}`)).body.text;

const [atCounter, receipt] = communalWalk('HELD') as readonly [WalkStep, WalkStep];
const eds = samples.sampleEds({ signedAt: on('03-28') });
const result = (kind: string): WalkStep =>
  step('provider-head', '/results', '03-28', { result: kind, channel: 'PORTAL', issuedTo: 'RECIPIENT', eds });
const upTo = (type: string, path: readonly samples.SentCommand[]): readonly WalkStep[] =>
  samples.pathUpTo(type as samples.SentCommand['type'], path).map((command) => stepOf(aboutTheApplicants(command)));

/** The registers answer about the people of the application over HTTP. */
const aboutTheApplicants = (command: samples.SentCommand): samples.SentCommand =>
  command.type === 'RecordFamilyData'
    ? { ...command, answers: samples.sampleAnswers([samples.sampleIins.old, samples.sampleIins.secondPass]) }
    : command;

/** A republican dwelling of its own, up to a step of the sample case. */
const republican = async (type: string, n: string): Promise<WalkedCase> => {
  const [, ...steps] = upTo(type, samples.republicanPath);
  const at = { effectiveAt: '2025-03-03T10:00:00+05:00' };
  return walkedCase(system, [filedAt('portal', `REP-${n}`, { route: 'REPUBLICAN_ENTITY', ...at }), ...steps]);
};

describe('an incomplete package that was left alone', () => {
  it('R-33 (para 6 end): is to be rejected within two working days: a duty that goes overdue, and falls away late once the package is complete', async () => {
    const walked = await walkedCase(system, [
      filed({ documents: [samples.sampleDocument({ type: 'D3' })] }),
      stageTwo[0]!,
    ]);
    const rejection = async () => {
      const { duties } = await walked.view();
      const { kind, due, status, overdue, late } = duties.find(({ rule }: { rule: string }) => rule === 'R-33');
      return { kind, due, status, overdue, late };
    };
    expect(await rejection()).toEqual({
      kind: 'OBLIGATION',
      due: '2025-03-12',
      status: 'OPEN',
      overdue: true,
      late: false,
    });
    const { body } = await system.get('/monitoring/duties?bucket=OVERDUE&rule=R-33&limit=100');
    expect(body.items.map(({ caseId }: { caseId: string }) => caseId)).toContain(walked.caseId);
    const added = stepOf(samples.addDocument({ at: on('03-14'), subjectIin: samples.sampleIins.old }));
    expect((await walked.send(added)).status).toBe(200);
    expect(await rejection()).toMatchObject({ kind: 'OBLIGATION', status: 'FALLEN_AWAY', overdue: false, late: true });
  });
});

describe('duties without a term of their own stand inside the term that holds them (docs/law/rules.md A35)', () => {
  it('R-19 (para 5): the receipt is due with the delivery to the provider', async () => {
    const walked = await walkedCase(system, [atCounter]);
    expect(await dutyOf(walked, 'R-19')).toBe('STATE_CORPORATION 2025-03-07 OPEN in R-18');
    await walked.send(receipt);
    expect(await dutyOf(walked, 'R-19')).toBe('STATE_CORPORATION 2025-03-07 DISCHARGED in R-18');
  });

  it('R-25 (para 5): the portal tells the acceptance within the day of registration', async () => {
    const walked = await walkedCase(system, [filed()]);
    expect(await dutyOf(walked, 'R-25')).toBe('PROVIDER 2025-03-07 OPEN in R-15');
    await walked.send(stageTwo[0]!);
    expect(await dutyOf(walked, 'R-25')).toBe('PROVIDER 2025-03-07 DISCHARGED in R-15');
  });

  it('R-26, R-47, R-69 (paras 5, 9): result, rights and registers are due with the decision, and `why` says so in each language', async () => {
    const walked = await walkedCase(system, [filed(), ...stageTwo]);
    expect(await dutyOf(walked, 'R-26')).toBe('PROVIDER 2025-04-07 OPEN in R-27');
    expect(await dutyOf(walked, 'R-47')).toBe('PROVIDER 2025-04-07 OPEN in R-27');
    expect(await dutyOf(walked, 'R-69')).toMatch(/ in R-27$/);
    expect(await why(walked, 'R-26')).toContain(
      'The Order gives it no term of its own: it is a part of that of R-27, which ends on Monday 7 April 2025.',
    );
    expect(await why(walked, 'R-26', 'ru')).toContain('Собственного срока Приказ не устанавливает');
    expect(await why(walked, 'R-26', 'kk')).toContain('жеке мерзім белгілемейді');
    expect((await walked.send(result('DECISION'))).status).toBe(200);
    expect(await dutyOf(walked, 'R-26')).toBe('PROVIDER 2025-04-07 DISCHARGED in R-27');
  });

  it('R-79 (para 10): the hearing is due with the decision', async () => {
    const walked = await walkedCase(system, [filed(), ...stageTwo.slice(0, 4)]);
    await walked.send(
      step('caseworker', '/remarks', '03-17', {
        remarks: [{ documentType: 'D3', text: 'It is of another dwelling.' }],
      }),
    );
    const noticed = await walked.send(
      step('caseworker', '/preliminary-refusal', '03-17', {
        ground: 'NOT_COMPLIANT',
        facts: 'The dwelling was let without the right of redemption.',
        reasons: 'It cannot be privatized by the Law on Housing Relations.',
        hearing: { at: '2025-03-20T10:00:00+05:00', place: 'Room 12' },
        receivedAt: '2025-03-17T15:00:00+05:00',
      }),
    );
    expect(noticed.status).toBe(200);
    expect(await dutyOf(walked, 'R-79')).toBe('PROVIDER 2025-04-07 OPEN in R-27');
    await walked.send(
      step('caseworker', '/hearing', '03-20', { appeared: false, minutes: null, note: 'Nobody came.' }),
    );
    expect(await dutyOf(walked, 'R-79')).toBe('PROVIDER 2025-04-07 DISCHARGED in R-27');
  });

  it('R-53 (para 9(3)): the petition is the akim’s, due with the decision on the state property; the head of the provider may record it, a caseworker not', async () => {
    const walked = await republican('SignDecision', 'HELD-53');
    expect(await dutyOf(walked, 'R-53')).toBe('AKIM 2025-04-02 OPEN in R-32');
    const petition = stepOf(samples.sendPetition());
    expect((await walked.send({ ...petition, role: 'caseworker' })).status).toBe(403);
    expect((await walked.send({ ...petition, role: 'provider-head' })).status).toBe(200);
    expect(await dutyOf(walked, 'R-53')).toBe('AKIM 2025-04-02 DISCHARGED in R-32');
    expect(await dutyOf(walked, 'R-54a')).toBe('INDUSTRY_BODY 2025-04-02 OPEN in R-32');
  });

  it('R-54a, R-59 (para 9(3)): consent and rights are due with the decision on the state property and with the agreement', async () => {
    const walked = await republican('RecordTitleRegistration', 'HELD-59');
    expect(await dutyOf(walked, 'R-54a')).toBe('INDUSTRY_BODY 2025-04-02 DISCHARGED in R-32');
    expect(await dutyOf(walked, 'R-59')).toMatch(/^PROVIDER \d{4}-\d\d-\d\d OPEN in R-32b$/);
    await walked.send(stepOf(samples.recordRightsInformation({ at: on('04-01'), receivedOn: '2025-04-01' })));
    expect(await dutyOf(walked, 'R-59')).toMatch(/ DISCHARGED in R-32b$/);
  });

  it('R-52 (para 9(2)): the rights are due with the agreement, once the title is registered', async () => {
    const [, ...steps] = upTo('RecordTitleRegistration', samples.communalEntityPath);
    const at = { effectiveAt: '2025-03-03T10:00:00+05:00' };
    const walked = await walkedCase(system, [
      filedAt('portal', 'ENT-HELD-52', { route: 'COMMUNAL_ENTITY', ...at }),
      ...steps,
    ]);
    expect(await dutyOf(walked, 'R-52')).toMatch(/^PROVIDER \d{4}-\d\d-\d\d OPEN in R-30$/);
  });

  it('are not counted beside that term: the board, its counts and the list of cases go by terms', async () => {
    const walked = await republican('SignDecision', 'HELD-BOARD');
    await walked.view();
    for (const bucket of ['OVERDUE', 'OPEN', 'KEPT', 'LATE']) {
      const { body } = await system.get(`/monitoring/duties?bucket=${bucket}&limit=100`);
      const rules = body.items
        .filter((row: { caseId: string }) => row.caseId === walked.caseId)
        .map(({ rule }: { rule: string }) => rule);
      expect(rules.filter((rule: string) => ['R-25', 'R-26', 'R-53', 'R-69'].includes(rule))).toEqual([]);
    }
    const { late } = (await system.get(`/cases/${walked.caseId}/attribution`)).body;
    expect(late.map(({ rule }: { rule: string }) => rule)).toEqual(['R-31', 'R-32']);
  });
});
