import { canonicalJson } from '@app/proof';
import { isSealed, type SealRequest, type Sealed, type UnsealRequest, type Unsealed, type Vault } from '@app/vault';
import { UnencodableEvent } from '../errors.js';
import type { PersonalPath } from './event-schema.js';
import { personalValues, pointer, withValues, type PersonalValue, type Trail } from './places.js';

/** The vault, as far as a codec needs it. */
export type Seals = Pick<Vault, 'seal' | 'unseal' | 'digest'>;

/** What stands in place of a value whose key was destroyed. */
export type Erased = Readonly<{ erased: true }>;

/** True for what stands in place of an erased value. */
export const isErased = (value: unknown): value is Erased =>
  typeof value === 'object' && value !== null && 'erased' in value && value.erased === true;

/** What a seal is bound to: it opens in this event, of this type, at this place of its data, and nowhere else. */
type Place = Readonly<{ stream: string; id: string; type: string }>;

const placeOf = ({ stream, id, type }: Place, trail: Trail): string => [stream, id, type, pointer(trail)].join('\n');

type Draft = Place & Readonly<{ data: object; personal: readonly PersonalPath[] }>;

/** The data of events with their personal values sealed, and how many those were; one call to the vault for all of them. */
export const sealAll = async (
  drafts: readonly Draft[],
  vault: Pick<Vault, 'seal'>,
): Promise<readonly Readonly<{ data: object; seals: number }>[]> => {
  const found = drafts.map((draft) => personalValues(draft.data, draft.personal));
  if (found.every((values) => values.length === 0)) return drafts.map(({ data }) => ({ data, seals: 0 }));
  const requests = drafts.flatMap((draft, index) => (found[index] ?? []).map((value) => requestFor(draft, value)));
  const sealed = (await vault.seal(requests)).values();
  return drafts.map(({ data }, index) => {
    const values = (found[index] ?? []).map(({ trail }) => ({ trail, value: sealed.next().value }));
    return { data: withValues(data, values), seals: values.length };
  });
};

const requestFor = (draft: Draft, { trail, value, subject }: PersonalValue): SealRequest => {
  if (typeof subject === 'string' && subject !== '') {
    return { subject, text: canonicalJson(value), place: placeOf(draft, trail) };
  }
  throw new UnencodableEvent(`${draft.type}: personal data at ${pointer(trail)} names no person to seal it for`);
};

type SealedEvent = Place & Readonly<{ data: object }>;

/** The data of events with their sealed values opened, wherever they stand; one call to the vault for all of them. */
export const unsealAll = async (
  events: readonly SealedEvent[],
  vault: Pick<Vault, 'unseal'>,
): Promise<readonly object[]> => {
  const found = events.map(({ data }) => sealedValues(data));
  const requests = events.flatMap((event, index) =>
    (found[index] ?? []).map(({ trail, sealed }): UnsealRequest => ({ sealed, place: placeOf(event, trail) })),
  );
  if (requests.length === 0) return events.map(({ data }) => data);
  const opened = (await vault.unseal(requests)).values();
  return events.map(({ data }, index) =>
    withValues(
      data,
      (found[index] ?? []).map(({ trail }) => ({ trail, value: valueOf(opened.next().value) })),
    ),
  );
};

/** How many members named `$sealed` a canonical text has: inside a string the closing quote would be escaped. */
export const sealsIn = (text: string): number => {
  let count = 0;
  for (let at = text.indexOf(sealMember); at >= 0; at = text.indexOf(sealMember, at + 1)) count += 1;
  return count;
};

const sealMember = '"$sealed":';

const valueOf = (opened: Unsealed | undefined): unknown => {
  if (!opened) throw new Error('the vault answered fewer values than it was asked for');
  return 'text' in opened ? JSON.parse(opened.text) : ({ erased: true } satisfies Erased);
};

type SealedValue = Readonly<{ trail: Trail; sealed: Sealed }>;

const sealedValues = (data: object): SealedValue[] => {
  const found: SealedValue[] = [];
  collect(data, [], found);
  return found;
};

const collect = (value: object, trail: Trail, found: SealedValue[]): void => {
  if (isSealed(value)) {
    found.push({ trail, sealed: value });
    return;
  }
  for (const [name, member] of Object.entries(value)) {
    if (typeof member === 'object' && member !== null) {
      collect(member, [...trail, Array.isArray(value) ? Number(name) : name], found);
    }
  }
};
