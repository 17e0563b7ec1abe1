import { describe, expect, it } from '@jest/globals';
import {
  eventsTo,
  given,
  issueResult,
  registerApplication,
  sampleEds,
  signAgreement,
  signDecision,
} from '../testing/index.js';
import type { CaseCommand } from './case.commands.js';
import { createCaseDecider } from './case.decider.js';
import { defaultCaseSettings } from './case.settings.js';
import type { CaseStatus } from './case.types.js';

type Signed = Readonly<{
  status: CaseStatus;
  sign: (signing: Readonly<{ eds: ReturnType<typeof sampleEds> }>) => CaseCommand;
  /** When what it signs came to be, and a second before that. */
  from: string;
  before: string;
}>;

const acts: readonly Signed[] = [
  {
    status: 'SUBMITTED',
    sign: registerApplication,
    from: '2025-03-03T10:00:00+05:00',
    before: '2025-03-03T09:59:59+05:00',
  },
  { status: 'DECIDED', sign: signDecision, from: '2025-03-18T10:00:00+05:00', before: '2025-03-18T09:59:59+05:00' },
  {
    status: 'AGREEMENT_OFFERED',
    sign: signAgreement,
    from: '2025-03-20T10:00:00+05:00',
    before: '2025-03-20T09:59:59+05:00',
  },
  {
    status: 'DECISION_SIGNED',
    sign: issueResult,
    from: '2025-03-19T00:00:00+05:00',
    before: '2025-03-18T23:59:59+05:00',
  },
];

describe.each(acts)('an EDS under what a case $status is told (R-102)', ({ status, sign, from, before }) => {
  const signedAt = (moment: string) => sign({ eds: sampleEds({ signedAt: moment }) });

  it('is not older than what it signs', () => {
    given(eventsTo(status)).when(signedAt(before)).isRefused('signed-before-its-act');
    expect(given(eventsTo(status)).when(signedAt(from)).refusal).toBeNull();
  });

  it('is of the same second, where its clock tells no less', () => {
    const [whole, offset] = [from.slice(0, 19), from.slice(19)];
    expect(given(eventsTo(status)).when(signedAt(`${whole}.000${offset}`)).refusal).toBeNull();
  });

  it('is told to be late where the installation says how late', () => {
    const late = signedAt('2025-04-20T10:00:00+05:00');
    const [told] = given(eventsTo(status), createCaseDecider({ ...defaultCaseSettings, edsLateAfterDays: 10 })).when(
      late,
    ).events;
    expect(told?.data).toMatchObject({ edsNotice: expect.stringMatching(/^The EDS is \d+ days later than the act/) });
    expect(given(eventsTo(status)).when(late).events[0]?.data).toMatchObject({ edsNotice: null });
  });

  it('is not told to be late on the last day that the installation allows', () => {
    const { at } = sign({ eds: sampleEds() });
    const strict = createCaseDecider({ ...defaultCaseSettings, edsLateAfterDays: 0 });
    const sameDay = signedAt(`${at.slice(0, 10)}T23:59:59+05:00`);
    expect(given(eventsTo(status), strict).when(sameDay).events[0]?.data).toMatchObject({ edsNotice: null });
  });
});
