import { stageTwo } from './case-walks.js';
import type { Answer, System } from './system.js';
import { filedAt, type WalkStep } from './walk.js';

/** A step at eleven in the morning of a day in Almaty, signed then where it is signed. */
export const at = (day: string, { body, ...step }: WalkStep): WalkStep => {
  const effectiveAt = `${day}T11:00:00+05:00`;
  const { eds } = body as { eds?: object | null };
  return { ...step, body: { ...body, effectiveAt, ...(eds && { eds: { ...eds, signedAt: effectiveAt } }) } };
};
export const filed = (day: string, n: string): WalkStep => at(day, filedAt('portal', `ALM-BEYOND-${n}`, {}));
export const [registration, completeness, compliance, commission, decision, signature] = stageTwo;
const plain = (role: WalkStep['role'], path: string, body: WalkStep['body']): WalkStep => ({
  role,
  path,
  body,
  events: [],
});

export const rejection = plain('caseworker', '/rejection', {
  defects: [{ kind: 'MISSING', documentType: 'D9', explanation: 'No proof of the category' }],
});
const reasoned = {
  ground: 'NOT_COMPLIANT',
  facts: 'The dwelling is a dormitory.',
  reasons: 'It cannot be privatized.',
};
export const remarks = plain('caseworker', '/remarks', {
  remarks: [{ documentType: 'D3', text: 'Of another dwelling.' }],
});
export const notice = plain('caseworker', '/preliminary-refusal', {
  ...reasoned,
  hearing: { at: '2028-01-11T10:00:00+05:00', place: 'Room 12' },
  receivedAt: '2027-12-30T15:00:00+05:00',
});
export const absent = plain('caseworker', '/hearing', { appeared: false, minutes: null, note: 'Nobody came.' });
export const objection = plain('portal', '/objections', {
  text: 'The right was granted in 2016.',
  medium: 'ELECTRONIC',
});
export const refusal = plain('commission-secretary', '/decision', {
  outcome: 'REFUSE',
  votes: ['m-1', 'm-2', 'm-3'].map((memberId) => ({ memberId, vote: 'FOR' })),
  ...reasoned,
});

export const year2028 = {
  off: [
    ['2028-01-01', 'holiday', "New Year's Day"],
    ['2028-01-02', 'holiday', "New Year's Day"],
    ['2028-01-03', 'substitute', "New Year's Day (observed)"],
    ['2028-01-04', 'substitute', "New Year's Day (observed)"],
    ['2028-01-07', 'day_off_no_roll', 'Orthodox Christmas'],
    ['2028-03-08', 'holiday', "International Women's Day"],
  ].map(([date, kind, name]) => ({ date, kind, name })),
  workingWeekends: ['2028-01-15'],
  provisional: true,
  source: 'Order 412 of 10 November 2027',
};

/** Of a refusal for want of a year: the year. */
export const missing = (answer: Answer): unknown => [answer.status, answer.body.code, answer.body.facts?.year];

/** That of a command of the command line on the machine of a system, with its clock. */
export const environmentOf = (system: System, clock: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
  ...clock,
  SHANYRAQ_DATA: system.dataFolder,
  EVENTSTORE_URL: system.url('events'),
  MONGODB_URL: system.url('documents'),
});
