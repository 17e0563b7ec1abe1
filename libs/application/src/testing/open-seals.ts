import type { Codec } from '@app/event-store';

type Seals = Parameters<typeof import('@app/event-store').createCodec>[0]['vault'];

/** Stands for the vault in specs of use cases: wraps values in the vault's form without hiding them. */
export const openSeals: Seals = {
  seal: async (requests) =>
    requests.map(({ text }) => ({ $sealed: `1.key.${Buffer.from(text).toString('base64url')}` })),
  unseal: async (requests) =>
    requests.map(({ sealed }) => ({
      text: Buffer.from(sealed.$sealed.split('.')[2] ?? '', 'base64url').toString(),
      disclosure: null,
    })),
  keyIds: async (subjects: readonly string[]) => new Map(subjects.map((subject) => [subject, `${subject}-1`])),
  allKeyIds: async (subject: string) => [`${subject}-1`],
  isErased: () => false,
  isErasedIn: () => false,
  epoch: 0,
  digest: (text) => `digest of ${text}`,
} satisfies Seals & Pick<Codec, 'digest'>;
