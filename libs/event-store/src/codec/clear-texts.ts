import { isSealed } from '@app/vault';
import type { StoredEvent } from '../event-store.js';
import type { EventSchema } from './event-schema.js';
import { personalValues, type Trail } from './places.js';

/** Where words stand in an event that the key of its stream would seal now, and that were written before it did. */
export const clearTexts = (event: StoredEvent, schema: EventSchema | undefined): readonly Trail[] => {
  const { stream, data } = event;
  const personal = schema?.personal.filter(({ subject }) => typeof subject !== 'string') ?? [];
  return personalValues({ stream, data, personal })
    .filter(({ value }) => !isSealed(value))
    .map(({ trail }) => trail);
};
