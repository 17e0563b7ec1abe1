/** A bounded queue between one reader and one consumer: full, it holds the reader back; empty, the consumer. */
export class LogBuffer<Item> {
  #items: Item[] = [];
  #ended: Readonly<{ error: unknown }> | null = null;
  #resumeReader: (() => void) | null = null;
  #wakeConsumer: (() => void) | null = null;

  constructor(private readonly most: number) {}

  /** Takes the item in; then waits while the queue is full. */
  async put(item: Item): Promise<void> {
    this.#items.push(item);
    this.#wakeConsumer?.();
    if (this.full && !this.#ended) await new Promise<void>((resolve) => (this.#resumeReader = resolve));
  }

  /** No more items; the consumer gets what is left, then this error, or the end where there is none. */
  end(error?: unknown): void {
    this.#ended ??= { error };
    this.#wakeConsumer?.();
    this.#resumeReader?.();
  }

  get full(): boolean {
    return this.#items.length >= this.most;
  }

  /** Resolves when there is something to take, or nothing more will come. */
  async ready(): Promise<void> {
    if (this.#items.length > 0 || this.#ended) return;
    await new Promise<void>((resolve) => (this.#wakeConsumer = resolve));
    this.#wakeConsumer = null;
  }

  /** Resolves when the queue is full, or nothing more will come, or after so many milliseconds. */
  async filledWithin(milliseconds: number): Promise<void> {
    const until = performance.now() + milliseconds;
    while (!this.full && !this.#ended) {
      const left = until - performance.now();
      if (left <= 0) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        this.#wakeConsumer = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.#wakeConsumer = null;
  }

  /** All that is there; null at the end. Throws the error that the reader ended with. */
  take(): readonly Item[] | null {
    if (this.#items.length === 0 && this.#ended) {
      if (this.#ended.error === undefined) return null;
      throw this.#ended.error;
    }
    const items = this.#items;
    this.#items = [];
    this.#resumeReader?.();
    this.#resumeReader = null;
    return items;
  }
}
