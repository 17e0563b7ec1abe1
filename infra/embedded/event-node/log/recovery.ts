import { announcedSize, frameHeaderSize, frameMagic, openFrame, type Frame } from './frame.js';

/** Reads bytes of the log file; fewer than asked at its end. */
export type ReadAt = (at: number, length: number) => Buffer;

/** What a start found: where the whole frames end, and whether anything but zeros follows. */
export type Recovered = Readonly<{ end: number; torn: boolean }>;

/** A frame that had once been safely on the disk cannot be read any more. */
export class DamagedLog extends Error {
  override readonly name = 'DamagedLog';

  constructor(file: string, at: number) {
    super(
      `The event log ${file} is damaged at offset ${at}: what stands there had been written safely and can no longer be read. ` +
        `Nothing was changed. Restore the folder from a backup, or move it away to begin with an empty log.`,
    );
  }
}

const windowSize = 4 * 1024 * 1024;

/** A frame, and where it stands. */
export type PlacedFrame = Readonly<{ frame: Frame; at: number }>;

type LogBytes = Readonly<{ name: string; size: number; read: ReadAt }>;

/**
 * Hands over every whole frame from `start` on. A torn tail (what a crash left behind of the last write) ends the log;
 * a frame that a later one knows to have been durable is damage and throws `DamagedLog`.
 */
export const recover = (file: LogBytes, start: number, onFrame: (frame: Frame, at: number) => void): Recovered => {
  const frames = framesFrom(file, start);
  for (;;) {
    const next = frames.next();
    if (next.done) return next.value;
    onFrame(next.value.frame, next.value.at);
  }
};

/** The same, one frame at a time. */
export function* framesFrom(file: LogBytes, start: number): Generator<PlacedFrame, Recovered, undefined> {
  const window = new Window(file.read);
  let at = start;
  for (let frame = frameAt(window, at); frame; frame = frameAt(window, at)) {
    yield { frame, at };
    at += frame.size;
  }
  const rest = inspectRest(window, at, file.size);
  if (rest.durable > at) throw new DamagedLog(file.name, at);
  return { end: at, torn: rest.torn };
}

const frameAt = (window: Window, at: number): Frame | null => {
  const size = announcedSize(window.bytes(at, frameHeaderSize));
  if (size === null) return null;
  const bytes = window.bytes(at, size);
  return bytes.length === size ? openFrame(bytes) : null;
};

/** Whether anything stands behind the last whole frame, and up to where the frames among it say the file had been safe. */
const inspectRest = (window: Window, from: number, size: number): { durable: number; torn: boolean } => {
  let durable = 0;
  let torn = false;
  for (let at = from; at < size; at += windowSize) {
    // Overlaps the next stretch, so that no frame's first bytes are cut in two.
    const stretch = Buffer.from(window.bytes(at, Math.min(windowSize + frameMagic.length, size - at)));
    torn ||= stretch.some((byte) => byte !== 0);
    for (let found = stretch.indexOf(frameMagic); found >= 0; found = stretch.indexOf(frameMagic, found + 1)) {
      durable = Math.max(durable, frameAt(window, at + found)?.durable ?? 0);
    }
  }
  return { durable, torn };
};

/** Reads ahead in large pieces. */
class Window {
  private held: Buffer = Buffer.alloc(0);
  private from = 0;

  constructor(private readonly read: ReadAt) {}

  bytes(at: number, length: number): Buffer {
    if (at < this.from || at + length > this.from + this.held.length) {
      this.held = this.read(at, Math.max(length, windowSize));
      this.from = at;
    }
    return this.held.subarray(at - this.from, at - this.from + length);
  }
}
