import { canonicalJson } from '@app/proof';
import { isSealed, type SealRequest, type Sealed, type UnsealRequest, type Unsealed, type Vault } from '@app/vault';
import { UnencodableEvent } from '../errors.js';
import type { PersonalPath } from './event-schema.js';
import { personalValues, pointer, withValues, type PersonalValue, type Trail } from './places.js';

/** The vault, as far as a codec needs it. */
export type Seals = Pick<
  Vault,
  'seal' | 'unseal' | 'keyIds' | 'allKeyIds' | 'digest' | 'isErased' | 'isErasedIn' | 'epoch'
>;

/** What stands in place of a person's value whose key was destroyed. */
export type Erased = Readonly<{ erased: true }>;

/** What stands in place of a text that the key of its stream sealed: still a text, also where that is the id of a member, so that all that tells texts goes on. */
export const erasedText = '--erased--';

/** True for what stands in place of an erased value. */
export const isErased = (value: unknown): value is Erased =>
  value === erasedText || (typeof value === 'object' && value !== null && 'erased' in value && value.erased === true);

/** What a seal is bound to: it opens in this event, of this type, at this place of its data, and nowhere else. */
type Place = Readonly<{ stream: string; id: string; type: string }>;

const placeOf = ({ stream, id, type }: Place, trail: Trail): string => [stream, id, type, pointer(trail)].join('\n');

type Draft = Place & Readonly<{ data: object; personal: readonly PersonalPath[] }>;

/**
 * The data of the events of a stream with their personal values sealed, and how many those were; one call to the vault for all of them.
 * `owner`: the IIN of the person with whose keys that of the stream is destroyed, null where nobody is known.
 */
export const sealAll = async (
  drafts: readonly Draft[],
  owner: string | null,
  vault: Pick<Vault, 'seal'>,
): Promise<readonly Readonly<{ data: object; seals: number }>[]> => {
  const found = drafts.map(personalValues);
  if (found.every((values) => values.length === 0)) return drafts.map(({ data }) => ({ data, seals: 0 }));
  const requests = drafts.flatMap((draft, index) =>
    (found[index] ?? []).map((value) => requestFor(draft, owner, value)),
  );
  const sealed = (await vault.seal(requests)).values();
  return drafts.map(({ data }, index) => {
    const values = (found[index] ?? []).map(({ trail }) => ({ trail, value: sealed.next().value }));
    return { data: withValues(data, values), seals: values.length };
  });
};

const requestFor = (draft: Draft, owner: string | null, { trail, value, subject }: PersonalValue): SealRequest => {
  if (typeof subject === 'string' && subject !== '') {
    const place = { at: pointer(trail), place: placeOf(draft, trail) };
    return { subject, owner: subject === draft.stream ? owner : null, text: canonicalJson(value), ...place };
  }
  throw new UnencodableEvent(`${draft.type}: personal data at ${pointer(trail)} names no person to seal it for`);
};

type SealedEvent = Place & Readonly<{ data: object }>;

/** A value that was opened: where it stood, what it is, and what discloses it. */
export type Opened = Readonly<{ trail: Trail; sealed: Sealed; unsealed: Unsealed }>;

/** The sealed values of events, wherever they stand, opened; one call to the vault for all of them. */
export const openAll = async <E extends SealedEvent>(
  events: readonly E[],
  vault: Pick<Vault, 'unseal'>,
): Promise<readonly Readonly<{ event: E; values: readonly Opened[] }>[]> => {
  const found = events.map(({ data }) => sealedValues(data));
  const requests = events.flatMap((event, index) =>
    (found[index] ?? []).map(({ trail, sealed }): UnsealRequest => ({
      sealed,
      at: pointer(trail),
      place: placeOf(event, trail),
    })),
  );
  const opened = (requests.length === 0 ? [] : await vault.unseal(requests)).values();
  return events.map((event, index) => ({
    event,
    values: (found[index] ?? []).map((value) => ({ ...value, unsealed: next(opened) })),
  }));
};

const next = (opened: Iterator<Unsealed, unknown>): Unsealed => {
  const { value, done } = opened.next();
  if (done) throw new Error('the vault answered fewer values than it was asked for');
  return value;
};

/** The data of events with their sealed values opened. `isText` says of a place whether what is erased there is still a text. */
export const unsealAll = async <E extends SealedEvent>(
  events: readonly E[],
  isText: (event: E, trail: Trail) => boolean,
  vault: Pick<Vault, 'unseal'>,
): Promise<readonly object[]> => {
  return (await openAll(events, vault)).map(({ event, values: opened }) => {
    const values = opened.map(({ trail, unsealed }) => {
      if ('text' in unsealed) return { trail, value: JSON.parse(unsealed.text) as unknown };
      return { trail, value: isText(event, trail) ? erasedText : ({ erased: true } satisfies Erased) };
    });
    return values.length === 0 ? event.data : withValues(event.data, values);
  });
};

/** How many members named `$sealed` a canonical text has: inside a string the closing quote would be escaped. */
export const sealsIn = (text: string): number => {
  let count = 0;
  for (let at = text.indexOf(sealMember); at >= 0; at = text.indexOf(sealMember, at + 1)) count += 1;
  return count;
};

const sealMember = '"$sealed":';

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
