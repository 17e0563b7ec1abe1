import type { EventStore } from '@app/event-store';
import { Malformed, type KnownLog } from '@app/proof';
import type { Head } from '../heads/head.js';
import type { LogIdentity } from '../heads/proof-key.js';
import { troubles } from '../trouble.js';
import { currentName, namesIn, type LogName, type LogNames } from './log-names.js';

/** What the log says of its names is not what this system writes. */
export class NameUnreadable extends Error {
  override readonly name = 'NameUnreadable';
}

/** Under which name heads are signed by now. */
export class CurrentName {
  #names: LogNames;
  #identity: LogIdentity;

  /** `first`: the key, and the name of the configuration; `mac`: that of the vault. */
  constructor(
    private readonly first: LogIdentity,
    private readonly mac: (text: string) => string,
  ) {
    this.#names = [{ origin: first.origin, firstHead: 0, lost: 0, after: null }];
    this.#identity = first;
  }

  /** Every name, of now and of before. */
  get names(): LogNames {
    return this.#names;
  }

  get now(): LogName {
    return currentName(this.#names);
  }

  /** The key under this name. */
  get identity(): LogIdentity {
    return this.#identity;
  }

  /** How heads of this name are checked. */
  get known(): KnownLog {
    const { origin, signer } = this.#identity;
    return { origin, vkeys: [signer.vkey] };
  }

  /** A head of this name; null for one of an earlier name. */
  own(head: Head | null): Head | null {
    return head !== null && head.revision >= this.now.firstHead ? head : null;
  }

  /** Reads what the log says; answers whether the name is another than it was. Throws `NameUnreadable`, what the log throws. */
  async learn(log: Pick<EventStore, 'read'>): Promise<boolean> {
    const { names, forged } = await namesIn(log, this.first.origin, this.mac).catch((error: unknown) => {
      throw error instanceof Malformed ? new NameUnreadable(troubles.unreadableName(error.message)) : error;
    });
    const [one] = forged;
    if (one !== undefined) throw new NameUnreadable(troubles.forgedName(one));
    this.#names = names;
    const { origin } = this.now;
    if (origin === this.#identity.origin) return false;
    this.#identity = this.first.as(origin);
    return true;
  }
}
