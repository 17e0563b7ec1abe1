import { fieldOf, placesOf, type Sees } from '@app/application';
import { personalValues, type Disclosure, type StoredEvent } from '@app/event-store';
import { fieldInvalid } from '@app/platform';

/** What of persons a bundle shows. */
export type BundleView = Readonly<{
  /** Whether a sealed value of an event is disclosed. */
  discloses: (event: StoredEvent, value: Disclosure) => boolean;
  /** Whether an event may be shown as it is stored: it may not where text stands in clear in it that is not to be seen. */
  showsStored: (event: StoredEvent) => boolean;
}>;

/**
 * What the caller sees, but what `without` names: the one place where that is decided. Throws a problem 422 for a `without` that names
 * nothing of these events: a slip would disclose it.
 */
export const bundleView = (
  sees: Sees,
  without: string | undefined,
  disclosures: readonly (readonly Disclosure[])[],
): BundleView => {
  const values = disclosures.flat();
  const names = namesIn(without, values);
  const iins = new Set(values.filter(({ keyId }) => names.includes(keyId)).flatMap(iinsIn));
  const isLeftOut = (value: Disclosure): boolean =>
    names.some((name) => isNamed(name, value)) || iinsIn(value).some((iin) => iins.has(iin));
  const isSeen = (type: string, place: string, iin: boolean): boolean =>
    sees(fieldOf(type, place)) && (!iin || sees('APPLICANT'));
  return {
    discloses: ({ type }, value) => isSeen(type, placeOf(value), iinsIn(value).length > 0) && !isLeftOut(value),
    showsStored: (event) =>
      clearTextIn(event).every(
        ({ place, text }) => names.length === 0 && isSeen(event.type, place, iinForm.test(text)),
      ),
  };
};

/** The place of a value as the table of events names it: `*` for each index. */
const placeOf = ({ at }: Disclosure): string =>
  at
    .slice(1)
    .split('/')
    .map((step) => (/^\d+$/.test(step) ? '*' : step))
    .join('.');

const namesIn = (without: string | undefined, values: readonly Disclosure[]): readonly string[] => {
  const names = without === undefined ? [] : without.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !values.some((value) => isNamed(name, value)));
  if (unknown === undefined) return names;
  throw fieldInvalid('without', `no value of these events is sealed at or by "${unknown.slice(0, 80)}"`);
};

const iinForm = /(?<!\d)\d{12}(?!\d)/;

/** A person who is left out is left out where another key sealed the IIN, too. */
const iinsIn = ({ disclosure }: Disclosure): readonly string[] => {
  const text = disclosure === null ? '' : Buffer.from(disclosure, 'base64url').toString();
  return text.match(new RegExp(iinForm, 'g')) ?? [];
};

/** A place names what lies in it, too. */
const isNamed = (name: string, { at, keyId }: Disclosure): boolean =>
  name === at || name === keyId || (name.startsWith('/') && at.startsWith(`${name}/`));

/** What stands in clear in events from before their values were sealed, as JSON. */
const clearTextIn = ({ type, stream, data }: StoredEvent): readonly Readonly<{ place: string; text: string }>[] =>
  placesOf(type).flatMap((place) =>
    personalValues({ stream, data, personal: [place] })
      .filter(({ value }) => !isSealedValue(value))
      .map(({ value }) => ({ place: place.at, text: JSON.stringify(value) })),
  );

const isSealedValue = (value: unknown): boolean => typeof value === 'object' && value !== null && '$sealed' in value;
