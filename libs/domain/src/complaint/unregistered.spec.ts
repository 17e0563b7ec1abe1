import { describe, expect, it } from '@jest/globals';
import { defaultCaseSettings } from '../case/case.settings.js';
import {
  comesTo,
  complaintThat,
  fileComplaint,
  fileCourtAppeal,
  forwardComplaint,
  registerComplaint,
} from '../testing/index.js';
import { complaintDutyText, dutiesOfComplaint } from './complaint-duties.js';
import type { ComplaintCommand } from './complaint.commands.js';
import { evolveComplaint } from './complaint.evolve.js';
import { initialComplaint } from './complaint.state.js';
import { fileComplaint as decideFiling } from './decisions/file-complaint.js';

const registration = (...path: readonly ComplaintCommand[]) =>
  dutiesOfComplaint(complaintThat(...path)).find(({ rule }) => rule === 'R-86a');

const lodgedWith = (
  addressee: 'PROVIDER_HEAD' | 'AUTHORIZED_BODY' | 'QUALITY_BODY',
  at = '2025-04-03T10:00:00+05:00',
) => fileComplaint({ addressee, at, lodgedWith: addressee === 'PROVIDER_HEAD' ? 'PROVIDER' : addressee });

describe('the registration of a complaint (R-86a, A32)', () => {
  it.each([
    ['PROVIDER_HEAD', 'PROVIDER'],
    ['AUTHORIZED_BODY', 'AUTHORIZED_BODY'],
    ['QUALITY_BODY', 'QUALITY_BODY'],
  ] as const)('is owed on the day of receipt where it was lodged with %s', (addressee, debtor) =>
    expect(registration(lodgedWith(addressee))).toMatchObject({
      debtor,
      trigger: { event: 'ComplaintFiled', on: '2025-04-03' },
      due: '2025-04-03',
      status: 'OPEN',
    }),
  );

  it('is owed on the day of forwarding where the provider sent it on, and by nobody before', () => {
    expect(registration(fileComplaint())).toBeUndefined();
    expect(registration(fileComplaint(), forwardComplaint())).toMatchObject({
      debtor: 'AUTHORIZED_BODY',
      trigger: { event: 'ComplaintForwarded', on: '2025-04-04' },
      due: '2025-04-04',
    });
  });

  it('moves to the next working day from a day off', () =>
    expect(registration(lodgedWith('QUALITY_BODY', '2025-04-05T10:00:00+05:00'))).toMatchObject({ due: '2025-04-07' }));

  it('names the assumption where it is explained', () => {
    const duty = registration(lodgedWith('QUALITY_BODY'));
    expect(duty && complaintDutyText(duty)).toContain(
      'the Order counts from the registration and sets no day for it: A32',
    );
  });

  it('is owed by nobody where the installation says so, and where it is not said it is', () => {
    const settings = { ...defaultCaseSettings, complaintRegistrationOwed: false };
    const [filed] = decideFiling(lodgedWith('QUALITY_BODY'), initialComplaint, settings);
    if (filed?.type !== 'ComplaintFiled') throw new Error('nothing was filed');
    const dutiesWhere = (registrationOwed: boolean | null) =>
      dutiesOfComplaint(
        evolveComplaint(initialComplaint, { ...filed, data: { ...filed.data, registrationOwed } }, filed.data.at),
      ).map(({ rule }) => rule);
    expect(filed.data.registrationOwed).toBe(false);
    expect(dutiesWhere(false)).toEqual([]);
    expect(dutiesWhere(null)).toEqual(['R-86a']);
  });
});

describe('the court after a complaint that nobody registered (R-93, A32)', () => {
  const appeal = (at: string) => fileCourtAppeal({ at });

  it.each([
    ['five working days after its receipt', 'AUTHORIZED_BODY', '2025-04-10', '2025-04-11'],
    ['fifteen after that at the quality body', 'QUALITY_BODY', '2025-04-24', '2025-04-25'],
    ['five at the head of the provider', 'PROVIDER_HEAD', '2025-04-10', '2025-04-11'],
  ] as const)('opens %s', (_, addressee, last, first) => {
    expect(comesTo([lodgedWith(addressee)], appeal(`${last}T23:59:59+05:00`))).toMatchObject({
      code: 'court-before-complaint',
    });
    expect(comesTo([lodgedWith(addressee)], appeal(`${first}T00:00:00+05:00`))).toEqual(['CourtAppealFiled']);
  });

  it('opens five working days after it was sent on', () => {
    const path = [fileComplaint(), forwardComplaint()];
    expect(comesTo(path, appeal('2025-04-11T23:59:59+05:00'))).toMatchObject({ code: 'court-before-complaint' });
    expect(comesTo(path, appeal('2025-04-12T00:00:00+05:00'))).toEqual(['CourtAppealFiled']);
  });

  it('stays open where it is registered after all, and waits for the decision where it was registered in that time', () => {
    const late = [fileComplaint(), forwardComplaint(), registerComplaint({ at: '2025-04-14T10:00:00+05:00' })];
    expect(comesTo(late, appeal('2025-04-15T10:00:00+05:00'))).toEqual(['CourtAppealFiled']);
    const slow = [fileComplaint(), forwardComplaint(), registerComplaint({ at: '2025-04-11T10:00:00+05:00' })];
    expect(comesTo(slow, appeal('2025-04-15T10:00:00+05:00'))).toMatchObject({ code: 'court-before-complaint' });
  });
});
