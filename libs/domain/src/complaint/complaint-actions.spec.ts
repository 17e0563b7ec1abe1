import { describe, expect, it } from '@jest/globals';
import {
  complaintThat,
  decideComplaint,
  extendComplaintTerm,
  fileComplaint,
  fileCourtAppeal,
  forwardComplaint,
  recordCourtRuling,
  registerComplaint,
  sendExtensionNotice,
} from '../testing/index.js';
import { complaintActionsOf } from './complaint-actions.js';
import type { ComplaintCommand } from './complaint.commands.js';
import { complaintDecider } from './complaint.decider.js';
import { isFiled } from './complaint.state.js';

const path: readonly ComplaintCommand[] = [
  fileComplaint(),
  forwardComplaint(),
  registerComplaint(),
  extendComplaintTerm(),
  sendExtensionNotice(),
  decideComplaint(),
  fileCourtAppeal(),
  recordCourtRuling(),
];

const actionsAfter = (done: readonly ComplaintCommand[], at: string, actedBy: readonly string[] = []) => {
  const state = complaintThat(...done);
  if (!isFiled(state)) throw new Error('nothing is filed');
  return complaintActionsOf(state, { at, enteredAt: '2025-12-01T10:00:00+05:00', by: 'officer', actedBy });
};
const allowed = (actions: ReturnType<typeof actionsAfter>) =>
  actions.filter((action) => action.allowed).map(({ command }) => command);

describe('what may be done next about a complaint', () => {
  it.each(path.slice(1).map((next, index) => [next.type, index + 1, next] as const))(
    'is whatever its way leads to: %s',
    (type, length, next) => {
      const action = actionsAfter(path.slice(0, length), next.at).find(({ command }) => command === type);
      expect(action).toMatchObject({ allowed: true, refusal: null });
      const said = Object.entries(next).filter(([field]) => Object.hasOwn(action?.words ?? {}, field));
      for (const [field, word] of said) expect(action?.words[field]?.[String(word)]).toBeNull();
    },
  );

  it('is what the decider carries out, and nothing else', () => {
    expect(allowed(actionsAfter(path.slice(0, 1), '2025-04-03T11:00:00+05:00'))).toEqual([
      'ForwardComplaint',
      'AdoptFavourableAct',
      'FileCourtAppeal',
    ]);
    expect(allowed(actionsAfter(path.slice(0, 3), '2025-04-08T11:00:00+05:00'))).toEqual([
      'ExtendComplaintTerm',
      'DecideComplaint',
      'FileCourtAppeal',
    ]);
  });

  it('asks for the law that allows a court before the decision, and not after it', () => {
    const appeal = (length: number, at: string) =>
      actionsAfter(path.slice(0, length), at).find(({ command }) => command === 'FileCourtAppeal');
    expect(appeal(3, '2025-04-08T11:00:00+05:00')).toMatchObject({ allowed: true, needed: ['lawReference'] });
    expect(appeal(6, '2025-04-21T10:00:00+05:00')).toMatchObject({ allowed: true, needed: [] });
  });

  it('is for the body that it is addressed to, and for nobody who acted on the case', () => {
    const deciding = actionsAfter(path.slice(0, 3), '2025-04-08T11:00:00+05:00').find(
      ({ command }) => command === 'DecideComplaint',
    );
    expect(deciding?.words['actingFor']).toEqual({
      PROVIDER_HEAD: expect.objectContaining({ code: 'another-body-considers' }),
      AUTHORIZED_BODY: null,
      QUALITY_BODY: expect.objectContaining({ code: 'another-body-considers' }),
    });
    expect(deciding?.duty).toMatchObject({ rule: 'R-87' });
    expect(
      actionsAfter(path.slice(0, 3), '2025-04-08T11:00:00+05:00', ['officer']).find(
        ({ command }) => command === 'DecideComplaint',
      ),
    ).toMatchObject({ allowed: false, refusal: { code: 'own-act-complained-of' } });
  });

  it('leaves nothing that the decider would refuse again', () => {
    const done = path.slice(0, 2);
    const forwarding = actionsAfter(done, '2025-04-05T10:00:00+05:00').find(
      ({ command }) => command === 'ForwardComplaint',
    );
    expect(forwarding).toMatchObject({ allowed: false, refusal: { code: 'already-forwarded' } });
    expect(() => complaintDecider.decide(forwardComplaint(), complaintThat(...done))).toThrow('considering body');
  });
});
