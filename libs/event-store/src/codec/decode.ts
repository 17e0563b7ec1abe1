import { SealBroken } from '@app/vault';
import { UndecodableEvent } from '../errors.js';
import type { Recorded, StoredEvent } from '../event-store.js';
import type { EventSchema, EventSchemas } from './event-schema.js';
import { isMetadata } from './metadata.js';
import { clearTexts } from './clear-texts.js';
import { withoutErased } from './erased-numbers.js';
import { pathOf, withValues, type Trail } from './places.js';
import { erasedText, unsealAll, type Seals } from './sealing.js';

/** Unseals all events with one call to the vault, masks what words in them are not sealed where their stream was erased, then upcasts each. One that cannot be read does not stand in the way of the others. */
export const decodeEach = async (
  events: readonly StoredEvent[],
  schemas: EventSchemas,
  vault: Seals,
): Promise<readonly (Recorded | UndecodableEvent)[]> => {
  const opened = await openEach(events, schemas, vault);
  return events.map((event, index) => read(event, masked(event, opened[index] ?? event.data, schemas, vault), schemas));
};

/** The log is never rewritten: words from before they were sealed, and numbers of who was erased, are not shown where the stream was erased. */
const masked = (event: StoredEvent, opened: object, schemas: EventSchemas, vault: Seals): object => {
  if (!vault.isErased(event.stream) || opened instanceof Error) return opened;
  const trails = clearTexts(event, schemaOf(event.type, schemas));
  const shown = withValues(
    opened,
    trails.map((trail) => ({ trail, value: erasedText })),
  );
  return withoutErased(shown, event, vault);
};

/** Together where all seals hold, which is the rule; one by one where one does not, to find out which. */
const openEach = async (
  events: readonly StoredEvent[],
  schemas: EventSchemas,
  vault: Seals,
): Promise<readonly (object | SealBroken)[]> => {
  try {
    return await unsealAll(events, (event, trail) => isText(event, trail, schemas), vault);
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error;
    if (events.length === 1) return [error];
    return (await Promise.all(events.map((event) => openEach([event], schemas, vault)))).flat();
  }
};

/** What the key of a stream seals is text. */
const isText = ({ type }: StoredEvent, trail: Trail, schemas: EventSchemas): boolean =>
  schemaOf(type, schemas)?.personal.some(({ at, subject }) => typeof subject !== 'string' && at === pathOf(trail)) ??
  false;

const schemaOf = (type: string, schemas: EventSchemas): EventSchema | undefined =>
  Object.hasOwn(schemas, type) ? schemas[type] : undefined;

const read = (event: StoredEvent, opened: object, schemas: EventSchemas): Recorded | UndecodableEvent => {
  const schema = schemaOf(event.type, schemas);
  if (!schema) return new UndecodableEvent(event, 'its type is unknown');
  if (!isMetadata(event.metadata)) return new UndecodableEvent(event, 'its metadata is not of this system');
  if (opened instanceof SealBroken) return new UndecodableEvent(event, 'its seal does not open', opened);
  try {
    return { ...event, data: upcast(opened, event.metadata.schema, schema) };
  } catch (error) {
    return new UndecodableEvent(event, error instanceof Error ? error.message : String(error), error);
  }
};

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
