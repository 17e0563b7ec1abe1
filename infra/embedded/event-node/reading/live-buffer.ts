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
