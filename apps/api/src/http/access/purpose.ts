import { looksLikeIin } from '@app/application';
import { AccessRefused } from './access-words.js';

/** The most characters of a purpose. */
const longest = 200;

/**
 * The purpose that `X-Purpose` gives; null where it is absent. Text beyond ASCII comes as UTF-8, as it is or percent-encoded. Throws
 * `AccessRefused` where it is too long, holds what nobody sees or an IIN, or is none of the purposes that the installation names.
 */
export const purposeIn = (header: string | null, named: readonly string[]): string | null => {
  if (header === null) return null;
  const purpose = decoded(header).normalize('NFC').trim();
  if (purpose === '') return null;
  if ([...purpose].length > longest || /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\uFFFD]/u.test(purpose))
    throw new AccessRefused('purpose-refused');
  if (looksLikeIin(purpose)) throw new AccessRefused('purpose-refused');
  if (named.length > 0 && !named.includes(purpose)) throw new AccessRefused('purpose-refused', { named });
  return purpose;
};

/** Node gives the bytes of a header as Latin-1. */
const decoded = (header: string): string => {
  const text = Buffer.from(header, 'latin1').toString('utf8');
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
