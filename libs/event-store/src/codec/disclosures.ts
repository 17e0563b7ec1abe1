import { digestIn, keyIdOf, type Unsealed } from '@app/vault';
import type { StoredEvent } from '../event-store.js';
import { names } from './erased-numbers.js';
import { pointer } from './places.js';
import { openAll, type Seals } from './sealing.js';

/**
 * A sealed value of an event and what shows it. `at`: its JSON Pointer in the event's data. `digest`: what the event holds of it.
 * `disclosure`: the base64url text of `[salt, at, value]`, whose base64url SHA-256 is the digest (RFC 9901, section 4.2). Both are null
 * of a value in form 1, which cannot be shown without its key; the disclosure is null where the key was destroyed.
 */
export type Disclosure = Readonly<{ at: string; keyId: string; digest: string | null; disclosure: string | null }>;

type Shows = Pick<Seals, 'unseal' | 'isErasedIn'>;

/** The disclosures of each event, in the order in which the values stand; one call to the vault for all. Throws what the vault throws. */
export const disclosuresOf = async (
  events: readonly StoredEvent[],
  vault: Shows,
): Promise<readonly (readonly Disclosure[])[]> =>
  (await openAll(events, vault)).map(({ event, values }) =>
    values.map(({ trail, sealed, unsealed }) => ({
      at: pointer(trail),
      keyId: keyIdOf(sealed),
      digest: digestIn(sealed),
      disclosure: shownOf(event, unsealed, vault),
    })),
  );

/** Whoever is shown a value can read all of it: one that names somebody who was erased from the stream is shown no more. */
const shownOf = ({ stream }: StoredEvent, unsealed: Unsealed, vault: Shows): string | null => {
  if (!('text' in unsealed)) return null;
  return names(unsealed.text, (iin) => vault.isErasedIn(stream, iin)) ? null : unsealed.disclosure;
};
