import {
  closeSync,
  existsSync,
  fdatasync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { emptyFrame, sealFrame, type Frame } from './frame.js';
import { framesFrom, recover, type PlacedFrame } from './recovery.js';

const synchronize = promisify(fdatasync);

/** First bytes of the file; the first frame follows. */
const signature = Buffer.from('shanyraq event log, format 1\n   ', 'latin1');

/** The file grows by this many zeros at a time: to overwrite is faster than to extend, and a full disk shows before an append is at stake. */
const growth = 4 * 1024 * 1024;

/** The append-only file. Offsets are positions in the log. */
export class LogFile {
  private written: number;
  private durableTo: number;
  private allocated: number;

  private constructor(
    readonly name: string,
    private readonly descriptor: number,
    end: number,
  ) {
    this.written = end;
    this.durableTo = end;
    this.allocated = fstatSync(descriptor).size;
  }

  /**
   * Opens or makes the file in a folder and hands over every frame in it. Cuts off a torn tail, and keeps a copy of what it cut.
   * Throws `DamagedLog` where something that had been safe cannot be read.
   */
  static open(folder: string, onFrame: (frame: Frame, at: number) => void): LogFile {
    const name = join(folder, 'events.log');
    const descriptor = openSync(name, existsSync(name) ? 'r+' : 'w+');
    if (fstatSync(descriptor).size < signature.length) begin(name, descriptor);
    checkSignature(name, descriptor);
    const size = fstatSync(descriptor).size;
    const read = (at: number, length: number): Buffer => readBytes(descriptor, at, length);
    const { end, torn } = recover({ name, size, read }, signature.length, onFrame);
    if (torn) cutOff(name, descriptor, end);
    fsyncSync(descriptor);
    return new LogFile(name, descriptor, end);
  }

  /** Where the next frame will stand. */
  get end(): number {
    return this.written;
  }

  /** Seals frames and writes them at the end, in order. They are durable only after `sync`. */
  write(frames: readonly Buffer[]): void {
    for (const frame of frames) sealFrame(frame, this.durableTo);
    const bytes = frames.length === 1 && frames[0] ? frames[0] : Buffer.concat(frames);
    this.allocate(this.written + bytes.length);
    writeBytes(this.descriptor, bytes, this.written);
    this.written += bytes.length;
  }

  /** Waits until everything written so far is on the disk. */
  async sync(): Promise<void> {
    const end = this.written;
    await synchronize(this.descriptor);
    this.durableTo = end;
  }

  read(at: number, length: number): Buffer {
    const bytes = readBytes(this.descriptor, at, length);
    if (bytes.length < length) throw new Error(`${this.name} ends at ${at + bytes.length}, before ${at + length}`);
    return bytes;
  }

  /** Marks the end, so that later damage of the last append is not taken for a torn tail, and lets go of the file. */
  async close(): Promise<void> {
    this.write([emptyFrame()]);
    await this.sync();
    closeSync(this.descriptor);
  }

  private allocate(needed: number): void {
    while (this.allocated < needed) {
      writeBytes(this.descriptor, Buffer.alloc(growth), this.allocated);
      this.allocated += growth;
    }
  }
}

/** Every whole frame of a file, which is only read: a node may be writing to it. Throws `NotAnEventLog`, `DamagedLog`, and the system's own error. */
export function* framesOf(name: string): Generator<PlacedFrame, void, undefined> {
  const descriptor = openSync(name, 'r');
  try {
    checkSignature(name, descriptor);
    const read = (at: number, length: number): Buffer => readBytes(descriptor, at, length);
    yield* framesFrom({ name, size: fstatSync(descriptor).size, read }, signature.length);
  } finally {
    closeSync(descriptor);
  }
}

const begin = (name: string, descriptor: number): void => {
  const found = readBytes(descriptor, 0, signature.length);
  if (!signature.subarray(0, found.length).equals(found)) throw new NotAnEventLog(name);
  writeBytes(descriptor, signature, 0);
  fsyncSync(descriptor);
  const folder = openSync(dirname(name), 'r');
  fsyncSync(folder);
  closeSync(folder);
};

const cutOff = (name: string, descriptor: number, end: number): void => {
  writeFileSync(`${name}.torn-${end}`, readBytes(descriptor, end, fstatSync(descriptor).size - end));
  ftruncateSync(descriptor, end);
};

const checkSignature = (name: string, descriptor: number): void => {
  if (!readBytes(descriptor, 0, signature.length).equals(signature)) throw new NotAnEventLog(name);
};

/** The file holds something else. */
export class NotAnEventLog extends Error {
  override readonly name = 'NotAnEventLog';

  constructor(file: string) {
    super(`${file} is not an event log of this format. Name another folder, or move the file away.`);
  }
}

const readBytes = (descriptor: number, at: number, length: number): Buffer => {
  const bytes = Buffer.allocUnsafe(length);
  let got = 0;
  while (got < length) {
    const count = readSync(descriptor, bytes, got, length - got, at + got);
    if (count === 0) break;
    got += count;
  }
  return bytes.subarray(0, got);
};

const writeBytes = (descriptor: number, bytes: Buffer, at: number): void => {
  let done = 0;
  while (done < bytes.length) done += writeSync(descriptor, bytes, done, bytes.length - done, at + done);
};
