import { setTimeout as delay } from 'node:timers/promises';
import { EventStoreDBClient } from '@eventstore/db-client';
import { StoreUnavailable } from '../event-store.js';
import { guardAnswers } from './guard-answers.js';

/** One client object, and what is to be told when it is given up. */
export type Session = Readonly<{ client: EventStoreDBClient; waiting: Set<() => void> }>;

/** The client in use. One at a time: the next is made when the last one has let go of everything, since clients of a process disturb each other. */
export class Connection {
  readonly #url: string;
  #session: Session | null = null;
  #closing: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(url: string) {
    this.#url = withKeepAlive(url);
  }

  /** Throws `StoreUnavailable` once closed. */
  async session(): Promise<Session> {
    if (this.#session) return this.#session;
    await this.#closing;
    if (this.#closed) throw new StoreUnavailable('the connection to the event store was closed');
    this.#session ??= this.#open();
    return this.#session;
  }

  /** Gives a client up: whatever waits for it is told so, and the next call makes a new one. A client given up before is left alone. */
  replace(session: Session): void {
    if (this.#session !== session) return;
    this.#session = null;
    for (const giveUp of session.waiting) giveUp();
    this.#closing = letGo(session.client);
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#session) this.replace(this.#session);
    await this.#closing;
  }

  #open(): Session {
    const session = { client: EventStoreDBClient.connectionString(this.#url), waiting: new Set<() => void>() };
    guardAnswers(session.client, () => this.replace(session));
    return session;
  }
}

/** Cancels its calls and closes its connection; neither waits for a server that does not answer. */
const letGo = async (client: EventStoreDBClient): Promise<void> => {
  await Promise.race([client.dispose(), delay(1_000, undefined, { ref: false })]);
  // The member is protected in the client's types; without it a client that was given up would keep its socket.
  const { getChannel } = client as unknown as { getChannel: () => Promise<{ close: () => void }> };
  await Promise.race([getChannel().then((channel) => channel.close()), delay(1_000, undefined, { ref: false })]).catch(
    () => undefined,
  );
};

/** Added to an address that does not set them: a server that stops answering is given up after 10 + 5 s, not never. */
const keepAlive = { keepAliveInterval: '10000', keepAliveTimeout: '5000' };

/** The address that the client is given. The client's own names for options bear any case, `_` and `-`. */
export const withKeepAlive = (url: string): string => {
  const flat = url.toLowerCase().replaceAll(/[_-]/g, '');
  const missing = Object.entries(keepAlive).filter(([name]) => !flat.includes(`${name.toLowerCase()}=`));
  return missing.reduce(
    (address, [name, value]) => `${address}${address.includes('?') ? '&' : '?'}${name}=${value}`,
    url,
  );
};
