import type { ProofLogStanding } from '@app/proof-log';

/** The proof log on the health page: sizes in entries, instants as ISO 8601. */
export type ProofLogReport = Readonly<{
  origin: string | null;
  trouble: string | null;
  size: number;
  signed: Readonly<{ size: number; root: string; at: string }> | null;
  witnesses: readonly Readonly<{ name: string; size: number; cosignedAt: string | null; problem: string | null }>[];
}>;

export const proofLogReport = ({ state, size, head, witnesses }: ProofLogStanding): ProofLogReport => ({
  origin: state?.origin ?? null,
  trouble: state?.trouble ?? null,
  size,
  signed: head && { size: head.size, root: head.root, at: head.signedAt },
  witnesses: witnesses.map(({ name, size: cosigned, cosignedAt, problem }) => ({
    name,
    size: cosigned,
    cosignedAt,
    problem,
  })),
});
