import { setImmediate as nextTurn } from 'node:timers/promises';
import { checkpoint as checkpointMessage, caughtUp, confirmation, endOfLog } from '../wire/messages.js';
import type { Outlet } from './outlet.js';
import type { Page, Source } from './filtered-log.js';

/**
 * A live subscription: reads what is there, then sends what comes, then reads again whenever it could not keep up.
 * Places are those of its source; it sends what stands behind `after` (-1 for everything).
 */
export class Subscription {
  private readonly live = new LiveBuffer();
  private sinceCheckpoint = 0;
  private lastCheckpoint = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly source: Source,
    private readonly outlet: Outlet,
    /** Place of the last event or checkpoint that was sent, or that the subscriber had before. */
    private sent: number,
  ) {}

  /** Runs until the subscriber is gone. */
  async run(id: string): Promise<void> {
    const lastAtStart = this.source.last();
    const unfollow = this.source.follow((place) => this.onEvent(place));
    try {
      await this.outlet.send([confirmation(id)]);
      if (this.sent >= lastAtStart) await this.goLive();
      while (this.outlet.isOpen) {
        await this.catchUp();
        await this.goLive();
      }
    } finally {
      unfollow();
    }
  }

  private onEvent(place: number): void {
    if (this.source.wants(place)) this.live.push({ kind: 'event', at: place });
    this.sinceCheckpoint += 1;
    if (this.sinceCheckpoint >= this.source.interval) {
      this.sinceCheckpoint = 0;
      this.live.push({ kind: 'checkpoint', at: place });
    }
    this.outlet.wakeUp();
  }

  private async catchUp(): Promise<void> {
    let considered = 0;
    let page = this.source.page(Math.max(this.sent, 0));
    for (;;) {
      await this.sendPage(page);
      if (!this.outlet.isOpen) return;
      if (page.atEnd) return this.sendCheckpoint(this.sent);
      considered = await this.checkpointAfter(page, considered + page.considered);
      // A long stretch that the filter skips must not hold up everyone else.
      await nextTurn();
      page = this.source.page(page.next);
    }
  }

  private async sendPage(page: Page): Promise<void> {
    const news = page.found.filter((place) => place > this.sent);
    this.sent = news.at(-1) ?? this.sent;
    await this.outlet.send(this.source.wires(news));
  }

  /** Sends a checkpoint where one is due; answers how many events were looked at since the last one. */
  private async checkpointAfter(page: Page, considered: number): Promise<number> {
    const { interval } = this.source;
    if (considered < interval) return considered;
    const atStart = page.start > this.sent;
    this.sent = Math.max(this.sent, page.start);
    await this.sendCheckpoint(this.sent, atStart);
    return considered % interval;
  }

  private async goLive(): Promise<void> {
    await this.outlet.send([caughtUp]);
    while (this.outlet.isOpen) {
      const next = this.live.take();
      if (!next) {
        await this.outlet.pause();
        continue;
      }
      const { item, gap } = next;
      const known = item.kind === 'event' ? item.at <= this.sent : item.at < this.sent;
      if (known) continue;
      if (gap) return;
      this.sent = item.at;
      if (item.kind === 'event') await this.outlet.send(this.source.wires([item.at]));
      else await this.sendCheckpoint(item.at);
    }
  }

  /** Checkpoints never go back. */
  private async sendCheckpoint(place: number, atPageStart = false): Promise<void> {
    if (place <= this.lastCheckpoint) return;
    this.lastCheckpoint = place < 0 ? Number.POSITIVE_INFINITY : place;
    await this.outlet.send([this.checkpointAt(place, atPageStart)]);
  }

  /**
   * As the real server names them: the start of a page has no prepare position, the first page starts at 0, and where nothing was sent
   * and nothing known it is the end of the log, from which nothing would ever be read again.
   */
  private checkpointAt(place: number, atPageStart: boolean): Buffer {
    if (place < 0) return checkpointMessage(endOfLog);
    const commit = String(this.source.positionAt(place));
    return atPageStart ? checkpointMessage(place === 0 ? '0' : commit, '0') : checkpointMessage(commit);
  }
}

/** Something that happened while a subscription was live: an event that it wants, or a checkpoint that is due. */
export type LiveItem = Readonly<{ kind: 'event' | 'checkpoint'; at: number }>;

/** Live events held for a slow subscriber, as many as the real server holds. */
const capacity = 32;

/** The latest live items; what did not fit is dropped from the front, and the gap shows. */
export class LiveBuffer {
  private items: LiveItem[] = [];
  private dropped = false;

  push(item: LiveItem): void {
    this.items.push(item);
    if (this.items.length <= capacity) return;
    this.items.shift();
    this.dropped = true;
  }

  /** The oldest item, and whether any was dropped right before it. */
  take(): Readonly<{ item: LiveItem; gap: boolean }> | null {
    const item = this.items.shift();
    if (!item) return null;
    const gap = this.dropped;
    this.dropped = false;
    return { item, gap };
  }
}
