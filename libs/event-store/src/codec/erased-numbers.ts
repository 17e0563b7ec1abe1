import type { StoredEvent } from '../event-store.js';
import { keyIdOf } from '@app/vault';
import { erasedText, openAll, type Seals } from './sealing.js';

type Erasures = Pick<Seals, 'isErased' | 'isErasedIn'>;

/** Twelve digits, as people write them: with blanks or what is not seen between them. */
const twelveDigits = /(?<!\d)\d(?:[\s\p{Cf}]?\d){11}(?!\d)/gu;

/**
 * A value of an event without the numbers (IINs) of those who were erased from its stream. A value that another person's key seals may name
 * them, as a consent does, or a summary of a register: it is opened as before, and its text is the same but for the number.
 */
export const withoutErased = <T>(value: T, { stream }: Pick<StoredEvent, 'stream'>, vault: Erasures): T =>
  // Only texts are put in the place of texts.
  vault.isErased(stream) ? (replaced(value, (iin) => vault.isErasedIn(stream, iin)) as T) : value;

/** Whose number it is about, and the keys that open nothing any more. */
export type Gone = Readonly<{ iin: string | null; keyIds: readonly string[] }>;

/** How many values that none of the keys seals have the number of the person. What the vault throws passes. */
export const countNaming = async (
  events: readonly StoredEvent[],
  { iin, keyIds }: Gone,
  vault: Pick<Seals, 'unseal'>,
): Promise<number> =>
  (await openAll(events, vault))
    .flatMap(({ values }) => values)
    .filter(({ sealed }) => !keyIds.includes(keyIdOf(sealed)))
    .filter(({ unsealed }) => 'text' in unsealed && names(unsealed.text, (found) => found === iin)).length;

/** Whether a text, or what a JSON text holds, has a number of somebody. */
export const names = (text: string, isMeant: (iin: string) => boolean): boolean =>
  (text.match(twelveDigits) ?? []).some((found) => isMeant(digitsOf(found)));

const replaced = (value: unknown, isMeant: (iin: string) => boolean): unknown => {
  if (typeof value === 'string') {
    return value.replace(twelveDigits, (found) => (isMeant(digitsOf(found)) ? erasedText : found));
  }
  if (Array.isArray(value)) return value.map((item) => replaced(item, isMeant));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, replaced(member, isMeant)]));
};

const digitsOf = (text: string): string => text.replace(/\D/gu, '');
