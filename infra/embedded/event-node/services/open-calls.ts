import type { StatusObject } from '@grpc/grpc-js';

/** What the calls of every kind have in common here. */
export type StreamingCall = Readonly<{
  emit: (event: 'error', status: StatusObject) => boolean;
  once: (event: string, listener: () => void) => unknown;
}>;

/** The calls that stay open: a stop must end them, or their clients would wait for ever. */
export class OpenCalls {
  private readonly calls = new Set<StreamingCall>();

  add(call: StreamingCall): void {
    this.calls.add(call);
    for (const event of ['cancelled', 'close', 'finish']) call.once(event, () => this.calls.delete(call));
  }

  endAll(status: StatusObject): void {
    for (const call of this.calls) call.emit('error', status);
    this.calls.clear();
  }
}
