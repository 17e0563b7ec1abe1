import { storedOf, type EventStore, type WrittenEvent } from '@app/event-store';
import { entryOf, LogCheck, loggedEvent } from '@app/proof';
import { sha256OfText } from '@app/proof/node';
import { chainHashOf, isHash } from '../tree/chain-hash-of.js';
import { isEntry } from '../tree/log-events.js';
import type { LogFault } from './log-verification.js';
import type { TreeCheck } from './tree-check.js';
import type { SoundUntil } from './verification-store.js';

/** The most that is named. */
export const mostNamed = 100;

type Log = Pick<EventStore, 'written' | 'read' | 'lastPosition'>;

/** One reading of the log, from its beginning or from where it was sound, into the chains and the tree. */
export class LogReading {
  looked = 0;
  faults = 0;
  readonly named: LogFault[] = [];
  /** The last event that was looked at. */
  last: Readonly<{ position: number; hash: string }> | null;
  readonly #chains = new LogCheck(sha256OfText);

  constructor(
    private readonly log: Log,
    private readonly tree: TreeCheck,
    private readonly before: SoundUntil | null,
  ) {
    this.last = before && { position: before.position, hash: before.hash };
  }

  /** Reads to the end. Throws what the log throws, and when aborted. */
  async read({ signal, onProgress }: Readonly<{ signal: AbortSignal; onProgress: (share: number) => void }>) {
    const end = Math.max((await this.log.lastPosition()) ?? 0, 1);
    for await (const events of this.log.written(this.before?.position ?? null, signal)) {
      await this.#takeAll(events.filter(({ stream }) => !stream.startsWith('$')));
      onProgress(Math.min(0.99, (this.last?.position ?? 0) / end));
    }
  }

  async #takeAll(events: readonly WrittenEvent[]): Promise<void> {
    for (const event of events) {
      if (this.#followsUnseen(event)) await this.#trustBefore(event);
      this.#take(event);
    }
  }

  #take(event: WrittenEvent): void {
    this.looked += 1;
    const logged = loggedEvent({ ...event, data: typeof event.data === 'string' ? event.data : null });
    const fault = this.#chains.take(logged);
    if (fault) {
      this.faults += 1;
      if (this.named.length < mostNamed) this.named.push(fault);
    }
    const hash = isHash(logged.hash) ? logged.hash : chainHashOf(storedOf(event));
    if (isEntry(event)) this.tree.take(entryOf(hash));
    this.last = { position: event.position, hash };
  }

  /** Whether what is before an event in its stream was looked at another time. */
  #followsUnseen({ stream, revision }: WrittenEvent): boolean {
    return this.before !== null && revision > 0 && !this.#chains.knows(stream);
  }

  async #trustBefore({ stream, revision }: WrittenEvent): Promise<void> {
    const [previous] = await this.log.read(stream, revision - 1);
    if (previous?.revision !== revision - 1) return;
    this.#chains.trust(stream, { revision: previous.revision, hash: String(previous.metadata.hash) });
  }
}
