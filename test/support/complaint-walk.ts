import { samples } from '@app/domain';
import type { Answer, Sending, System } from './system.js';
import { communalWalk, on, sendStep } from './walk.js';

/** Who registers the case of a complaint: has acted on it, and may not decide the complaint. */
export const registrar = 'registrar@example';

/** A communal case filed on Friday 7 March 2025 and registered that day: its decision is due on Monday 7 April 2025. */
export const silentCase = async (system: System, n: string): Promise<string> => {
  const [submission, receipt, delivery, registration] = communalWalk(n);
  if (!submission || !receipt || !delivery || !registration) throw new Error('the walk is too short');
  const { body } = await sendStep(system, null, submission);
  for (const step of [receipt, delivery]) assertAccepted(await sendStep(system, body.caseId, step));
  const sending = { role: registration.role, sub: registrar };
  assertAccepted(await system.post(`/cases/${body.caseId}${registration.path}`, registration.body, sending));
  return body.caseId;
};

const assertAccepted = ({ status, text }: Answer): void => {
  if (status >= 300) throw new Error(`the case of the complaint was not accepted: ${text}`);
};

/** A complaint of Tuesday 8 April 2025 that the decision was not made in time. */
export const complaintBody = (caseId: string, changes: Readonly<Record<string, unknown>> = {}) => ({
  ...samples.bodyOf(samples.fileComplaint({ at: on('04-08', '10:00'), learnedOn: '2025-04-08' })),
  caseId,
  complainant: { iin: samples.sampleIins.old, fullName: 'Testova Aigerim', address: 'Almaty, Test street 1, apt. 2' },
  ...changes,
});

/** Files it at the counter; answers its id. */
export const fileAt = async (
  system: System,
  caseId: string,
  changes: Readonly<Record<string, unknown>> = {},
): Promise<string> => {
  const answer = await system.post('/complaints', complaintBody(caseId, changes), { role: 'front-desk' });
  if (answer.status !== 201) throw new Error(`the complaint was not filed: ${answer.text}`);
  return answer.body.complaintId;
};

export type ComplaintStep = Readonly<{ path: string; sending: Sending; body: Readonly<Record<string, unknown>> }>;

/** The complaint's officer of the provider. */
export const officer = { role: 'complaints-officer' } as const;
const authorizedBody = { role: 'authorized-body', office: null } as const;
/** Of the body for assessment and control of quality, in whatever office the case lies. */
export const qualityOfficer = { role: 'quality-officer', office: null } as const;

const stepOn = (path: string, sending: Sending, command: samples.SentComplaintCommand): ComplaintStep => ({
  path,
  sending,
  body: samples.bodyOf(command),
});

/** What is done about the sample complaint, step by step: where it goes, who sends it, what it says. */
export const complaintSteps = {
  forward: stepOn('/forwarding', officer, samples.forwardComplaint({ at: on('04-09') })),
  satisfy: stepOn('/favourable-act', officer, samples.adoptFavourableAct({ at: on('04-10') })),
  register: stepOn('/registration', authorizedBody, samples.registerComplaint({ at: on('04-10') })),
  extend: stepOn('/extension', authorizedBody, samples.extendComplaintTerm({ at: on('04-14') })),
  notify: stepOn('/extension-notice', authorizedBody, samples.sendExtensionNotice({ at: on('04-15') })),
  decide: stepOn('/decision', authorizedBody, samples.decideComplaint({ at: on('04-16') })),
  appeal: stepOn('/court-appeal', officer, samples.fileCourtAppeal({ at: on('04-22') })),
  correct: stepOn('/corrections', authorizedBody, samples.correctComplaint({ at: on('06-12') })),
  rule: stepOn('/court-ruling', officer, samples.recordCourtRuling({ at: on('06-02') })),
} as const;

/** Sends a step; `changes` are of its body. */
export const sendComplaintStep = (
  system: System,
  complaintId: string,
  { path, sending, body }: ComplaintStep,
  changes: Readonly<Record<string, unknown>> = {},
) => system.post(`/complaints/${complaintId}${path}`, { ...body, ...changes }, sending);

/** A complaint that has gone through some steps; `changes` are of its filing. Throws where one of them was refused. */
export const complaintAfter = async (
  system: System,
  caseId: string,
  steps: readonly ComplaintStep[],
  changes: Readonly<Record<string, unknown>> = {},
): Promise<string> => {
  const complaintId = await fileAt(system, caseId, changes);
  for (const step of steps) {
    const { status, text } = await sendComplaintStep(system, complaintId, step);
    if (status !== 200) throw new Error(`${step.path} was refused: ${text}`);
  }
  return complaintId;
};

/** What is addressed to the head of the provider: how it is filed, and how that body registers and decides it. */
export const toTheHead = { addressee: 'PROVIDER_HEAD' };
export const asTheHead = { actingFor: 'PROVIDER_HEAD' };
export const atTheHead: ComplaintStep = {
  ...complaintSteps.register,
  sending: officer,
  body: { ...complaintSteps.register.body, ...asTheHead },
};
export const decideAtTheHead: ComplaintStep = {
  ...complaintSteps.decide,
  sending: officer,
  body: { ...complaintSteps.decide.body, ...asTheHead },
};

/** The types of the events that a command gave. */
export const eventsOf = ({ body }: Answer): string[] => body.events.map(({ type }: { type: string }) => type);

/** Status, code, rule and paragraph of a refusal. */
export const refusalOf = ({ status, body }: Answer): unknown[] => [status, body.code, body.rule, body.paragraph];

/** Each duty of a complaint but its registration (R-86a) as `rule debtor due status`, once the read models include an answer. */
export const dutiesAfter = async (system: System, complaintId: string, after: Answer): Promise<string[]> => {
  const { body } = await system.get(`/complaints/${complaintId}/duties`, {
    ...officer,
    minPosition: after.body.position,
    waitSeconds: 10,
  });
  return body.duties
    .filter(({ rule }: Record<string, string>) => rule !== 'R-86a')
    .map(({ rule, debtor, due, status }: Record<string, string>) => `${rule} ${debtor} ${due} ${status}`);
};
