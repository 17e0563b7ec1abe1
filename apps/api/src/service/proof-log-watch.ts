import type { ProofLogHealthDto } from '@app/contracts';
import type { ProofLogReader } from '@app/proof-log';

/** How the proof log stands, and what of it must be seen to, for the health page. */
export class ProofLogWatch {
  constructor(private readonly proofLog: Pick<ProofLogReader, 'standing'>) {}

  /** Null where it cannot be told; that a store is away is told by the checks. */
  async health(): Promise<ProofLogHealthDto | null> {
    try {
      const { state, size, head, witnesses } = await this.proofLog.standing();
      return {
        size,
        signedSize: head?.size ?? 0,
        signedAt: head?.signedAt ?? null,
        trouble: state?.trouble ?? null,
        witnesses: witnesses.map(({ name, cosignedAt, problem }) => ({ name, cosignedAt, problem })),
      };
    } catch {
      return null;
    }
  }
}

/** What must be seen to, a sentence each. */
export const proofLogWarnings = (health: ProofLogHealthDto | null): readonly string[] => [
  ...(health?.trouble ? [`No head of the proof log is signed: ${health.trouble}.`] : []),
  ...(health?.witnesses ?? []).flatMap(({ name, problem }) =>
    problem === null ? [] : [`The witness ${name} has not cosigned the newest head: ${problem}.`],
  ),
];
