import { Gauge } from 'prom-client';
import type { MetricsRegistry } from '@app/platform';
import type { ProofLogStanding } from '@app/proof-log';

/** The measurements of the proof log. Ages are in seconds; of what never was, they are infinite. */
export const proofLogGauges = (registers: MetricsRegistry[]): ((standing: ProofLogStanding, now: string) => void) => {
  const gauge = (name: string, help: string) => new Gauge({ name: `shanyraq_proof_log_${name}`, help, registers });
  const stopped = gauge('stopped', '1 where no head is signed because the log is not what was signed before: an alarm');
  const entries = gauge('entries', 'Entries of the tree');
  const signed = gauge('signed_entries', 'Entries of the tree that was signed last');
  const headAge = gauge('head_age_seconds', 'Age of the head that was signed last');
  const cosignatureAge = new Gauge({
    name: 'shanyraq_proof_log_cosignature_age_seconds',
    help: 'Age of the last cosignature of a witness',
    labelNames: ['witness'] as const,
    registers,
  });
  return ({ state, size, head, witnesses }, now) => {
    const age = (at: string | null): number => (at === null ? Infinity : (Date.parse(now) - Date.parse(at)) / 1000);
    stopped.set(state?.trouble ? 1 : 0);
    entries.set(size);
    signed.set(head?.size ?? 0);
    headAge.set(age(head?.signedAt ?? null));
    cosignatureAge.reset();
    for (const { name, cosignedAt } of witnesses) cosignatureAge.set({ witness: name }, age(cosignedAt));
  };
};
