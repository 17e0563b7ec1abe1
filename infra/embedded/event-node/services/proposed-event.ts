import { status } from '@grpc/grpc-js';
import type { RawEvent } from '../wire/append-request.js';
import type { ProposedEvent } from '../wire/recorded-event.js';
import { invalidArgument, notImplemented, Refusal } from '../wire/refusal.js';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Both kinds of names are kept with a two-byte length. */
const longestName = 65_535;

/** An event as the client proposes it. Throws a `Refusal` where the real server does, or where it would mean something special there. */
export const proposedEvent = ({ id, properties, data, metadata }: RawEvent): ProposedEvent => ({
  id: eventId(id),
  type: eventType(properties.get('type')),
  json: contentType(properties.get('content-type')) === 'application/json',
  data,
  metadata,
});

const eventId = (id: string | null): string => {
  if (id === null) throw notImplemented('structured UUIDs');
  if (!uuid.test(id)) throw invalidArgument(`"${id}" is not an event id: a UUID is needed`);
  return id.toLowerCase();
};

const eventType = (type: string | undefined): string => {
  if (type === undefined) throw missing('type');
  if (type === '') throw invalidArgument('an event needs a type');
  if (type.startsWith('$')) throw notImplemented(`events of the system type ${type}`);
  if (Buffer.byteLength(type) > longestName) throw invalidArgument('the event type is too long');
  return type;
};

const contentType = (type: string | undefined): string => {
  if (type === undefined) throw missing('content-type');
  return type;
};

const missing = (property: string): Refusal =>
  new Refusal(status.INVALID_ARGUMENT, `Required Metadata Property '${property}' is missing`, {
    exception: 'missing-required-metadata-property',
    'required-metadata-properties': 'type,content-type',
  });

/** The stream that an append names. Throws a `Refusal` for what is special on the real server. */
export const streamName = (name: string): string => {
  if (name === '') throw invalidArgument('an append needs a stream name');
  if (name.startsWith('$$')) throw notImplemented('stream metadata');
  if (name.startsWith('$')) throw notImplemented(`the system stream ${name}`);
  if (Buffer.byteLength(name) > longestName) throw invalidArgument('the stream name is too long');
  return name;
};
