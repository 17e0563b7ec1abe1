export type KnownEvent = Readonly<{ stream: string; revision: number }>;

/**
 * The event ids written lately, by this process only: as on the real server, what makes a retry under `any` harmless is memory,
 * lost with a restart and bounded in between.
 */
export class RecentIds {
  private readonly known = new Map<string, KnownEvent>();

  constructor(private readonly limit: number) {}

  add(id: string, event: KnownEvent): void {
    this.known.delete(id);
    this.known.set(id, event);
    if (this.known.size <= this.limit) return;
    const oldest = this.known.keys().next();
    if (!oldest.done) this.known.delete(oldest.value);
  }

  find(id: string, stream: string): number | null {
    const event = this.known.get(id);
    return event?.stream === stream ? event.revision : null;
  }
}
