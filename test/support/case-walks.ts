import { randomUUID } from 'node:crypto';
import { samples, tiynFromTenge } from '@app/domain';
import type { Answer, System } from './system.js';
import { communalWalk, eds, filedAt, on, paidOn, sendStep, stepOf, type WalkStep } from './walk.js';

/** A case on its way over HTTP: sends to it, and reads it back once what was sent is projected. */
export type WalkedCase = Readonly<{
  caseId: string;
  /** Sends a step; a refusal is an answer too. */
  send: (step: WalkStep) => Promise<Answer>;
  view: () => Promise<Answer['body']>;
  /** Each duty as `rule due status`, by rule. */
  duties: () => Promise<readonly string[]>;
}>;

/** Walks a new case through steps, the first of which files it. Throws where one is not accepted. */
export const walkedCase = async (system: System, steps: readonly WalkStep[]): Promise<WalkedCase> => {
  let caseId: string | null = null;
  let position = 0;
  const send = async (step: WalkStep): Promise<Answer> => {
    const answer = await sendStep(system, caseId, step);
    position = answer.body?.position ?? position;
    return answer;
  };
  for (const step of steps) {
    const answer = await send(step);
    if (answer.status >= 300) throw new Error(`${step.path} was answered ${answer.status}: ${answer.text}`);
    caseId ??= String(answer.body.caseId);
  }
  const read = async (path: string) =>
    (await system.get(`/cases/${caseId}${path}`, { minPosition: position, waitSeconds: 10 })).body;
  return {
    caseId: caseId ?? '',
    send,
    view: () => read(''),
    duties: async () => {
      const { duties } = await read('/duties');
      return duties.map(({ rule, due, status }: Record<string, string>) => `${rule} ${due} ${status}`).toSorted();
    },
  };
};

/** The types of the events of an answer, or the code of its refusal. */
export const told = ({ status, body }: Answer): unknown =>
  status < 300 ? body.events.map(({ type }: { type: string }) => type) : body.code;

/** An application through the portal, of a dwelling of its own, filed on Friday 7 March 2025 in Almaty. */
export const filed = (application: Readonly<Record<string, unknown>> = {}): WalkStep =>
  filedAt('portal', `ALM-${randomUUID()}`, application);

/** From the registration to the decision of Thursday 20 March 2025, signed on the 26th. */
export const stageTwo: readonly WalkStep[] = communalWalk('WALK').slice(3, 9);

/** A step at another moment than that of the walk. */
export const atMoment = (one: WalkStep, at: string): WalkStep => ({ ...one, body: { ...one.body, effectiveAt: at } });

/** The registration at a moment, signed then. */
export const registeredAt = (at: string): WalkStep => {
  const registration = atMoment(stageTwo[0]!, at);
  return { ...registration, body: { ...registration.body, eds: samples.sampleEds({ signedAt: at }) } };
};

/** A step of one's own: `at` is the day in March or April 2025, at eleven in the morning. */
export const step = (
  role: WalkStep['role'],
  path: string,
  at: string,
  body: Readonly<Record<string, unknown>> = {},
): WalkStep => ({ path, role, body: { ...body, effectiveAt: on(at) }, events: [] });

export { eds } from './walk.js';

export const rightsInformation = (at: string): WalkStep =>
  stepOf(samples.recordRightsInformation({ at: on(at), receivedOn: `2025-${at}` }));

export const offer = (at: string, agreement: Readonly<Record<string, unknown>> = {}): WalkStep => {
  const offered = stepOf(samples.offerAgreement({ at: on(at) }));
  return { ...offered, body: { ...offered.body, ...agreement } };
};

export const signedByBoth = (at: string): readonly WalkStep[] =>
  (['RECIPIENT', 'PROVIDER'] as const).map((party) =>
    stepOf(samples.signAgreement({ party, at: on(at), eds: eds(at) })),
  );

export const payment = (at: string, amount: string): WalkStep => stepOf(paidOn(at, tiynFromTenge(amount)));
