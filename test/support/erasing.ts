import { randomUUID } from 'node:crypto';
import type { Answer, Sending, System } from './system.js';
import { communalWalk } from './walk.js';

/** An administrator of a name. */
export const admin = (sub: string, more: Sending = {}): Sending => ({
  role: 'administrator',
  office: null,
  sub,
  ...more,
});

/** Until something is so; throws after a minute. */
export const until = async (isSo: () => Promise<boolean>): Promise<void> => {
  for (const end = Date.now() + 60_000; !(await isSo());) {
    if (Date.now() > end) throw new Error('it did not come to that');
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
};

/** A case that a person filed alone; its id and where it stands in the log. */
export const filedBy = async (
  system: System,
  iin: string,
  fullName: string,
): Promise<Readonly<{ caseId: string; position: number }>> => {
  const body = communalWalk(randomUUID())[0]?.body ?? {};
  // A body of the walk has an applicant.
  const applicant = { ...(body['applicant'] as object), iin, fullName };
  const application = { ...body, applicant, nominalOwnerIin: iin, familyMembers: [] };
  const filed = await system.post('/cases', application, { role: 'front-desk' });
  if (filed.status !== 201) throw new Error(`the case was not filed: ${filed.text}`);
  return filed.body;
};

/** Ends a case by a withdrawal, and waits until that is shown. */
export const withdrawn = async (system: System, caseId: string, reason: string): Promise<void> => {
  const { body } = await system.post(`/cases/${caseId}/withdrawal`, { reason }, { role: 'front-desk' });
  await system.get(`/cases/${caseId}`, { minPosition: body.position, waitSeconds: 10 });
};

/** Asks for an erasure; its id. */
export const erasureOf = async (system: System, iin: string): Promise<string> => {
  const asked = { iin, reason: 'asked', legalBasis: 'Article 18' };
  const { status, text, body } = await system.post('/audit/erasures', asked, admin('first'));
  if (status !== 201) throw new Error(`the erasure was not asked for: ${text}`);
  return body.erasureId;
};

export const confirmErasure = (
  system: System,
  erasureId: string,
  more: Sending = admin('second', { key: `confirm-${erasureId}` }),
): Promise<Answer> => system.post(`/audit/erasures/${erasureId}/confirmation`, undefined, more);

/** The same, sent again as long as the read models are behind. */
export const confirmed = async (system: System, erasureId: string): Promise<Answer> => {
  for (;;) {
    const answer = await confirmErasure(system, erasureId);
    if (answer.status !== 503) return answer;
  }
};

export const statusOf = async (system: System, erasureId: string): Promise<string> => {
  const { body } = await system.get('/audit/erasures', admin('first'));
  return body.items.find((one: { erasureId: string }) => one.erasureId === erasureId).status;
};
