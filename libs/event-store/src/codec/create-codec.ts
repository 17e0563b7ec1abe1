import type { UndecodableEvent } from '../errors.js';
import type { Recorded } from '../event-store.js';
import type { Codec, Seals } from './codec.js';
import { decodeEach } from './decode.js';
import { encode } from './encode.js';
import { checkSchemas, type EventSchemas } from './event-schema.js';

/** A codec for the event types of a table. Throws where the table contradicts itself. */
export const createCodec = ({ schemas, vault }: Readonly<{ schemas: EventSchemas; vault: Seals }>): Codec => {
  checkSchemas(schemas);
  return {
    encode: (draft) => encode(draft, schemas, vault),
    decode: async (events) => (await decodeEach(events, schemas, vault)).map(orThrow),
    decodeEach: (events) => decodeEach(events, schemas, vault),
    digest: (text) => vault.digest(text),
  };
};

const orThrow = (event: Recorded | UndecodableEvent): Recorded => {
  if (event instanceof Error) throw event;
  return event;
};
