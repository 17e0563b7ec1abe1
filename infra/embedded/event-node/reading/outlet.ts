import type { ServerWritableStream } from '@grpc/grpc-js';
import type streams from '@eventstore/db-client/generated/streams_pb.js';

/** The call that a read answers; it sends encoded messages. */
export type ReadCall = ServerWritableStream<streams.ReadReq, Buffer>;

/** Sends messages no faster than the client takes them, and knows when nobody listens any more. */
export class Outlet {
  private closed = false;
  private wake: (() => void) | null = null;

  constructor(private readonly call: ReadCall) {
    const close = (): void => {
      this.closed = true;
      this.wakeUp();
    };
    for (const event of ['cancelled', 'close', 'error']) call.on(event, close);
    call.on('drain', () => this.wakeUp());
  }

  get isOpen(): boolean {
    return !this.closed;
  }

  /** Sends messages in order; waits while the client is slow. False where it is gone. */
  async send(messages: readonly Buffer[]): Promise<boolean> {
    for (const message of messages) {
      if (this.closed) return false;
      this.call.write(message);
      while (this.isOpen && this.call.writableNeedDrain) await this.pause();
    }
    return !this.closed;
  }

  /** Waits until `wakeUp`, or until the client is gone. */
  async pause(): Promise<void> {
    if (this.closed) return;
    await new Promise<void>((resolve) => {
      this.wake = resolve;
    });
  }

  /** Waits until the client is gone. */
  async untilClosed(): Promise<void> {
    while (this.isOpen) await this.pause();
  }

  wakeUp(): void {
    const wake = this.wake;
    this.wake = null;
    wake?.();
  }
}
