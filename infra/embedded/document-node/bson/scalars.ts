import { Type } from './types.js';
import { Value } from './value.js';

const of = (type: number, bytes: Buffer): Value => new Value(type, bytes, 0, bytes.length);

/** The null value. */
export const nullValue: Value = of(Type.null, Buffer.alloc(0));

export const intValue = (value: number): Value => {
  const bytes = Buffer.allocUnsafe(4);
  bytes.writeInt32LE(value);
  return of(Type.int, bytes);
};

export const doubleValue = (value: number): Value => {
  const bytes = Buffer.allocUnsafe(8);
  bytes.writeDoubleLE(value);
  return of(Type.double, bytes);
};

/** The value of an object's bytes. */
export const objectValue = (bytes: Buffer): Value => of(Type.object, bytes);

/** The value of an array's bytes. */
export const arrayValue = (bytes: Buffer): Value => of(Type.array, bytes);

/** The value of an ObjectId's twelve bytes. */
export const objectIdValue = (bytes: Buffer): Value => of(Type.objectId, bytes);
