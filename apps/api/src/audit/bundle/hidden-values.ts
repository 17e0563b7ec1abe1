import { erasedText, withValues, type Disclosure } from '@app/event-store';

/** Data of an event in which what is not disclosed stands as what was erased does, so that everything that tells of it goes on. */
export const withoutHidden = <Data extends object>(data: Data, hidden: readonly Disclosure[]): Data => {
  const values = hidden.flatMap(({ at }) => {
    const { trail, value } = found(data, at);
    return value === undefined ? [] : [{ trail, value: typeof value === 'string' ? erasedText : { erased: true } }];
  });
  // What is erased has the places of what it was.
  return withValues(data, values) as Data;
};

/** The trail that a JSON Pointer (RFC 6901) leads along, and what stands at its end. */
const found = (data: object, at: string): Readonly<{ trail: readonly (string | number)[]; value: unknown }> => {
  const trail: (string | number)[] = [];
  let value: unknown = data;
  for (const step of at.split('/').slice(1)) {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
    trail.push(Array.isArray(value) ? Number(name) : name);
    // Steps are places of this event; one that is not there answers undefined.
    value = (value as Readonly<Record<string, unknown>> | null | undefined)?.[name];
  }
  return { trail, value };
};
