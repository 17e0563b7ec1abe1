import { randomUUID } from 'node:crypto';
import { NO_STREAM, type AppendResult as Answer, type EventData } from '@eventstore/db-client';
import { EventsTooLarge, OutcomeUnknown, type EncodedEvent, type Position, type Revision } from '../event-store.js';
import type { Connection, Session } from './connection.js';
import { appendFailure, clientIsGoodAfter } from './failures.js';
import { positionFrom } from './stored-event.js';

/** What one append may hold of data, by the server's count. */
const mostBytes = 1_048_576;

export type Append = Readonly<{ stream: string; expected: Revision; events: readonly EncodedEvent[] }>;

/** Appends at an exact revision; null as position where the server told none. Throws as the port says. */
export const append = async (
  connection: Connection,
  { stream, expected, events }: Append,
  limitMs: number,
): Promise<Readonly<{ revision: number; position: Position | null }>> => {
  check({ stream, expected, events });
  const session = await connection.session();
  try {
    const { nextExpectedRevision, position } = await limited(session, limitMs, () =>
      session.client.appendToStream(stream, events.map(onTheWire), {
        expectedRevision: expected === 'none' ? NO_STREAM : BigInt(expected),
        deadline: limitMs,
        requiresLeader: true,
      }),
    );
    return { revision: Number(nextExpectedRevision), position: positionFrom(position?.commit) };
  } catch (error) {
    if (!clientIsGoodAfter(error)) connection.replace(session);
    throw appendFailure(error, stream, expected);
  }
};

/**
 * The id in the log is new with every attempt; the event's own id is `metadata.eventId`. The server takes an append with ids
 * that it knows for a repeat and answers "done", whatever the content, even where the stream has moved on: with `eventId` as
 * id, a second copy of the api that carries out the same request from a state of yesterday would be told that its own events
 * were written, and would build on them. Like this the revision alone decides: an append is written now, or it is a conflict,
 * and whose events are there is looked up in the stream. It also cannot be dropped as the double of one still in flight.
 */
const onTheWire = ({ type, data, metadata }: EncodedEvent): EventData => ({
  id: randomUUID(),
  contentType: 'application/json',
  type,
  data,
  // As bytes: an object goes through base64 and back in the client, which costs more than everything that is done here.
  metadata: text.encode(JSON.stringify(metadata)),
});

const text = new TextEncoder();

/** The server answers these with errors that do not say what is wrong. */
const check = ({ stream, expected, events }: Append): void => {
  if (stream === '' || events.some(({ type }) => type === ''))
    throw new Error('a stream and an event type have a name');
  if (events.length === 0) throw new Error(`nothing to append to ${stream}`);
  if (expected !== 'none' && !Number.isSafeInteger(expected)) throw new Error(`${String(expected)} is not a revision`);
  const bytes = events.reduce(
    (sum, { data, dataBytes }) => sum + (dataBytes ?? Buffer.byteLength(JSON.stringify(data))),
    0,
  );
  if (bytes > mostBytes) throw new EventsTooLarge(`${bytes} bytes of data for ${stream}, and ${mostBytes} is the most`);
};

/** A frozen server answers nothing and the client waits for ever: after the limit, or when the client is given up, nobody knows. */
const limited = (session: Session, limitMs: number, send: () => Promise<Answer>): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const giveUp = (): void => reject(new OutcomeUnknown(`no answer to an append within ${limitMs} ms`));
    const timer = setTimeout(giveUp, limitMs);
    session.waiting.add(giveUp);
    void send()
      .then(resolve, reject)
      .finally(() => {
        clearTimeout(timer);
        session.waiting.delete(giveUp);
      });
  });
