import type { EventSchema } from './event-schema.js';

/** Data in the shape written now, from whatever shape it was written in. Throws where it is newer than this version knows, or a step is missing. */
export const upcast = (data: object, from: number, { version, upcasts }: EventSchema): object => {
  if (from > version) throw new Error(`its shape is version ${from}, and this program knows ${version}`);
  let result = data;
  for (let step = from; step < version; step += 1) {
    const next = upcasts?.[step];
    if (!next) throw new Error(`there is no upcast from version ${step}`);
    // An upcaster takes the shape before it: the one that the steps so far have made.
    result = next(result as never);
  }
  return result;
};
