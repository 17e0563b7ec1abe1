import { serialize } from 'bson';

type Sequence = Readonly<{ name: string; documents: readonly object[] }>;

/** An OP_MSG as a driver sends it. */
export const messageOf = (body: object, sequence?: Sequence, flags = 0): Buffer => {
  const sections: Buffer[] = [Buffer.from([0]), Buffer.from(serialize(body))];
  if (sequence) sections.push(Buffer.from([1]), sequenceOf(sequence));
  const message = Buffer.concat([Buffer.alloc(20), ...sections]);
  message.writeInt32LE(message.length, 0);
  message.writeInt32LE(77, 4);
  message.writeInt32LE(2013, 12);
  message.writeInt32LE(flags, 16);
  return message;
};

const sequenceOf = ({ name, documents }: Sequence): Buffer => {
  const bytes = Buffer.concat([Buffer.alloc(4), Buffer.from(`${name}\0`), ...documents.map((one) => serialize(one))]);
  bytes.writeInt32LE(bytes.length, 0);
  return bytes;
};
