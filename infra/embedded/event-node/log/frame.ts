import { crc32 } from 'node:zlib';

/**
 * One append on disk: a header, then the payload.
 * magic (4) | payload length (4) | CRC-32 of length, durable and payload (4) | durable (8, a double)
 * `durable` is the offset up to which the file was known to be on the disk when the frame was written: a damaged frame
 * below the `durable` of a later one had once been safe, so it is damage and not a torn tail.
 */
export const frameHeaderSize = 20;

export const frameMagic: Buffer = Buffer.from('EVB1', 'latin1');
const magicNumber = frameMagic.readUInt32LE(0);

/** Fills in the header of a frame whose payload stands behind it. */
export const sealFrame = (frame: Buffer, durable: number): void => {
  frame.writeUInt32LE(magicNumber, 0);
  frame.writeUInt32LE(frame.length - frameHeaderSize, 4);
  frame.writeDoubleLE(durable, 12);
  frame.writeUInt32LE(checksum(frame), 8);
};

/** A frame without a payload: it only says that everything before it had been safe. */
export const emptyFrame = (): Buffer => Buffer.alloc(frameHeaderSize);

/** Length of the frame that this header announces, or null where it is no header. */
export const announcedSize = (header: Buffer): number | null =>
  header.length >= frameHeaderSize && header.readUInt32LE(0) === magicNumber
    ? frameHeaderSize + header.readUInt32LE(4)
    : null;

export type Frame = Readonly<{ payload: Buffer; durable: number; size: number }>;

/** The frame in these bytes, or null where its checksum is wrong. */
export const openFrame = (frame: Buffer): Frame | null =>
  checksum(frame) === frame.readUInt32LE(8)
    ? { payload: frame.subarray(frameHeaderSize), durable: frame.readDoubleLE(12), size: frame.length }
    : null;

const checksum = (frame: Buffer): number => crc32(frame.subarray(12), crc32(frame.subarray(4, 8)));
