import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { caseDecider, eventSchemas, isSubmitted, type CaseEvent, type KnownCase } from '@app/domain';
import type { Recorded } from '@app/event-store';
import { revisionOf, setRight } from '../../libs/domain/src/testing/index.js';
import { tillSchemas } from '../../libs/event-store/src/testing/till.js';
import { decodedStreams, sampleNames } from './golden-streams.js';

const folder = fileURLToPath(new URL('streams', import.meta.url));
const names = sampleNames(folder).filter((name) => name.startsWith('case-'));

/** The cases of a sample, each as its events. */
const casesOf = async (name: string): Promise<readonly (readonly Recorded<CaseEvent>[])[]> => {
  const { decoded } = await decodedStreams(folder, name, { ...eventSchemas, ...tillSchemas });
  const streams = [...new Set(decoded.map(({ stream }) => stream))].filter((stream) => stream.startsWith('case-'));
  // A case's stream holds the case's events.
  return streams.map((one) => decoded.filter(({ stream }) => stream === one) as readonly Recorded<CaseEvent>[]);
};

const stateOf = (events: readonly Recorded<CaseEvent>[]): KnownCase =>
  events.reduce<KnownCase>(
    (state, event) => caseDecider.evolve(state, event, event.metadata.recordedAt),
    caseDecider.initial,
  );

/** Later than every sample. */
const afterAll = '2030-01-01T00:00:00Z';

/** What can be set right in a case of each kind, where it has come as far. */
const values = [
  ['ApplicationSubmitted', 'applicant.fullName', 'Another Name'],
  ['ApplicationSubmitted', 'dwelling.address', 'Another street 1'],
  ['ApplicationRegistered', 'registrationNumber', 'REG-ANOTHER'],
  ['DecisionSigned', 'decisionNumber', 'DEC-ANOTHER'],
  ['AgreementOffered', 'agreementNumber', 'AGR-ANOTHER'],
  ['PaymentReceived', 'reference', 'PAY-ANOTHER'],
] as const;

describe('a case that was recorded by an older version', () => {
  it.each(names)(
    '%s can still be corrected in what it holds, and comes to the same but for that (R-10)',
    async (name) => {
      for (const events of await casesOf(name)) {
        const state = stateOf(events);
        expect(isSubmitted(state)).toBe(true);
        for (const [type, field, is] of values) {
          const revision = revisionOf(events, type);
          if (revision < 0) continue;
          const corrected = caseDecider.decide(
            { ...setRight(revision, field, is), at: afterAll, enteredAt: afterAll },
            state,
          );
          const after = corrected.reduce((now, event) => caseDecider.evolve(now, event, afterAll), state);
          expect(corrected.map((event) => event.type)).toEqual(['CorrectionRecorded']);
          expect([after.status, after.outcome, after.dates]).toEqual([state.status, state.outcome, state.dates]);
          expect(JSON.stringify(after.history[revision]?.event.data)).toContain(is);
        }
      }
    },
  );
});
