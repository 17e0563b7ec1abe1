import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { filed, stageTwo, step, told, walkedCase } from '../support/case-walks.js';
import {
  added,
  answered,
  applicant,
  asked,
  completeness,
  document,
  noDebt,
  nothing,
  registered,
  rejection,
  spouse,
  stated,
  stranger,
  tenancy,
} from '../support/papers.js';
import { startSystem, type System } from '../support/system.js';

let system: System;

beforeAll(async () => {
  system = await startSystem();
}, 60_000);
afterAll(() => system.stop());

describe('the people whom the registers are asked about (item 8)', () => {
  const everything = ['IDENTITY', 'MARRIAGE_DIVORCE', 'DEATH', 'BIRTH', 'HOUSING', 'ADDRESS', 'COURT_DECISIONS'];
  const unregistered = stageTwo.slice(0, 1).map(({ first: _asked, ...registration }) => registration);

  it('R-69 (item 8): every register is asked about all members of the family before completeness is confirmed', async () => {
    const walked = await walkedCase(system, [filed(), ...unregistered]);
    for (const answer of nothing(...everything)) await walked.send(answer);
    await walked.send(answered('SOCIAL_STATUS', 'NOT_FOUND'));
    const refused = await walked.send(completeness);
    expect([refused.body.code, refused.body.rule, refused.body.facts.unasked]).toEqual([
      'family-not-asked-about',
      'R-69',
      ['SOCIAL_STATUS (person 1)'],
    ]);
    await walked.send(answered('SOCIAL_STATUS', 'NOT_FOUND', spouse));
    expect(told(await walked.send(completeness))).toEqual(['CompletenessConfirmed']);
  });

  it('R-69 (item 8): a register that cannot be asked is on record with its reason, passes, and is shown to whoever decides', async () => {
    const walked = await walkedCase(system, registered({}));
    const silent = step('caseworker', '/state-data', '03-11', {
      register: 'BIRTH',
      subjectIin: applicant,
      outcome: 'UNAVAILABLE',
    });
    expect(told(await walked.send(silent))).toBe('state-data-reason-missing');
    expect(told(await walked.send(completeness))).toEqual(['CompletenessConfirmed']);
    const { unavailableRegisters } = await walked.view();
    expect(unavailableRegisters).toHaveLength(16);
    expect(unavailableRegisters).toContainEqual({
      register: 'BIRTH',
      person: 1,
      reason: 'No state information system is configured.',
    });
  });

  it('R-69 (item 8): answers on the whole family are recorded at once, of its people alone', async () => {
    const walked = await walkedCase(system, [filed(), ...unregistered]);
    const family = (...iins: readonly string[]) =>
      step('caseworker', '/state-data/family', '03-11', {
        answers: [...everything, 'SOCIAL_STATUS'].flatMap((register) =>
          iins.map((subjectIin) => ({ register, subjectIin, outcome: 'NOT_FOUND' })),
        ),
      });
    expect(told(await walked.send(family(applicant, stranger)))).toBe('not-a-person-of-the-case');
    expect(told(await walked.send(family(applicant, spouse)))).toEqual(['FamilyDataReceived']);
    expect(told(await walked.send(completeness))).toEqual(['CompletenessConfirmed']);
  });

  it('R-69 (item 8): nobody but a person of the case is asked about, and a paper of a stranger satisfies nothing', async () => {
    const walked = await walkedCase(system, registered({ documents: [tenancy], claims: ['SOCIALLY_VULNERABLE'] }));
    const question = step('caseworker', '/state-data/query', '03-11', { register: 'BIRTH', subjectIin: stranger });
    for (const one of [answered('SOCIAL_STATUS', 'FOUND', stranger), question, added(noDebt, stranger)]) {
      const refused = await walked.send(one);
      expect([refused.status, refused.body.code]).toEqual([409, 'not-a-person-of-the-case']);
      expect(refused.text).not.toContain(stranger);
    }
    const { body } = await walked.send(completeness);
    expect(body.facts.defects).toEqual(['MISSING D8 (R-67)']);
    await walked.send(added(noDebt));
    expect(told(await walked.send(completeness))).toBe('state-data-awaited');
  });

  it('R-61, R-70 (item 8): a birth found for one child and not for the other: the certificate of the other may be asked for', async () => {
    const walked = await walkedCase(system, registered({}));
    for (const one of [
      stated('BIRTH', '2012-05-04'),
      stated('BIRTH', '2014-05-04', spouse),
      answered('BIRTH', 'FOUND'),
      answered('BIRTH', 'NOT_FOUND', spouse),
    ])
      expect((await walked.send(one)).status).toBe(200);
    expect((await walked.send(completeness)).body.facts.defects).toEqual(['MISSING D2 (R-61, BIRTH, person 1)']);
    const ofBirth = (subjectIin: string) => ({ subjectIin, act: 'BIRTH' });
    expect(told(await walked.send(asked('D2', ofBirth(applicant))))).toBe('document-held-by-state');
    expect(told(await walked.send(asked('D2', ofBirth(spouse))))).toEqual(['RemarksRaised']);
    expect(told(await walked.send(added(document('D2'), applicant, 'BIRTH')))).toBe('document-held-by-state');
    expect(told(await walked.send(added(document('D2'), spouse, 'BIRTH')))).toEqual(['DocumentAdded']);
    expect(told(await walked.send(completeness))).toEqual(['CompletenessConfirmed']);
    expect((await walked.view()).remarks[0].remarks[0]).toMatchObject({ person: 1, act: 'BIRTH' });
  });

  it.each([
    ['MARRIAGE', '2008-06-01', '2008-06-02', 'MARRIAGE_DIVORCE'],
    ['DISSOLUTION', '2008-06-01', '2008-06-02', 'MARRIAGE_DIVORCE'],
    ['DEATH', '2007-08-13', '2007-08-14', 'DEATH'],
    ['BIRTH', '2007-08-13', '2007-08-14', 'BIRTH'],
  ])(
    'R-69, R-61 (item 8; A12): the certificate of a %s of %s may be demanded, that of one of %s only once the register has found nothing',
    async (act, last, first, register) => {
      const older = await walkedCase(system, [...registered({}), stated(act, last)]);
      expect((await older.send(completeness)).body.facts.defects).toEqual([`MISSING D2 (R-61, ${act}, person 0)`]);
      expect(told(await older.send(asked('D2', { subjectIin: applicant, act })))).toEqual(['RemarksRaised']);
      const without = rejection('03-11', [{ kind: 'MISSING', documentType: 'D2' }]);
      expect(told(await older.send(without))).toEqual(['ApplicationRejected', 'CaseClosed']);

      const later = await walkedCase(system, [...registered({}), stated(act, first)]);
      const awaited = await later.send(completeness);
      expect([awaited.body.code, awaited.body.facts.registers]).toEqual(['state-data-awaited', [register]]);
      expect(told(await later.send(asked('D2', { subjectIin: applicant, act })))).toBe('state-data-awaited');
      expect(told(await later.send(without))).toBe('state-data-awaited');
      await later.send(answered(register, 'NOT_FOUND'));
      expect(told(await later.send(asked('D2', { subjectIin: applicant, act })))).toEqual(['RemarksRaised']);
      expect(told(await later.send(without))).toEqual(['ApplicationRejected', 'CaseClosed']);
    },
  );

  it('R-61 (item 8): an act of family status is of a person of the case, not of the future, and proved by its certificate', async () => {
    const walked = await walkedCase(system, registered({}));
    expect(told(await walked.send(stated('BIRTH', '2012-05-04', stranger)))).toBe('not-a-person-of-the-case');
    expect(told(await walked.send(stated('BIRTH', '2025-03-12')))).toBe('family-act-later');
    expect(told(await walked.send(added(document('D5'), applicant, 'BIRTH')))).toBe('not-a-family-certificate');
    expect(told(await walked.send(stated('BIRTH', '2005-05-04')))).toEqual(['FamilyActStated']);
    const taken = step('front-desk', '/family-acts', '03-11', { act: 'BIRTH', subjectIin: applicant });
    expect(told(await walked.send(taken))).toEqual(['FamilyActStated']);
    expect(told(await walked.send(completeness))).toEqual(['CompletenessConfirmed']);
  });

  it('R-70 (item 8): remarks do not demand what a register has found, and may doubt a paper that is there', async () => {
    const found = answered('SOCIAL_STATUS', 'FOUND');
    const without = await walkedCase(system, [...registered({ claims: ['SOCIALLY_VULNERABLE'] }), found]);
    const demanded = await without.send(asked('D5'));
    expect([demanded.status, demanded.body.code, demanded.body.rule]).toEqual([409, 'document-held-by-state', 'R-70']);
    const documents = [tenancy, noDebt, document('D5')];
    const withPaper = await walkedCase(system, [...registered({ documents }), found]);
    expect(told(await withPaper.send(asked('D5')))).toEqual(['RemarksRaised']);
  });
});
