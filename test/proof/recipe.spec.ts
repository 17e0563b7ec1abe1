import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { openCheckpoint, parseAddCheckpoint, parseVkey, verifyTlogProof } from '@app/proof';
import { nodeCrypto, sha256 as ourSha256, verifyChain } from '@app/proof/node';

/** The examples of docs/proof.md by name. */
const examples = Object.fromEntries(
  [...readFileSync('docs/proof.md', 'utf8').matchAll(/^Example `([\w-]+)`.*:\n\n```\w+\n([\s\S]*?)\n```$/gm)].map(
    ([, name, text]) => [name, text],
  ),
);

const recomputed = new Set<string>();

const example = (name: string): string => {
  recomputed.add(name);
  const text = examples[name];
  if (text === undefined) throw new Error(`docs/proof.md has no example ${name}`);
  return text;
};

// What follows is a verifier written from docs/proof.md alone: it takes nothing from libs/proof.

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
type Event = { stream: string; revision: number; type: string; data: Json; metadata: { [name: string]: Json } };

const sha256 = (...parts: readonly (string | Buffer)[]): Buffer =>
  createHash('sha256')
    .update(Buffer.concat(parts.map((part) => Buffer.from(part as string))))
    .digest();

const canonical = (value: Json): string => {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const members = Object.keys(value).sort();
  return `{${members.map((name) => `${JSON.stringify(name)}:${canonical(value[name] ?? null)}`).join(',')}}`;
};

const chainText = ({ data, metadata, revision, stream, type }: Event): string => {
  const { hash: _hash, ...rest } = metadata;
  return canonical({ data, metadata: rest, revision, stream, type });
};

const leaf = (entry: string): Buffer => sha256(Buffer.of(0), entry);
const node = (left: Buffer, right: Buffer): Buffer => sha256(Buffer.of(1), left, right);
const lines = (text: string): string[] => text.split('\n');
const hex = (text: string): Buffer => Buffer.from(text, 'hex');

type Place = readonly [node: number, last: number];

const halve = ([place, last]: Place): Place => [Math.floor(place / 2), Math.floor(last / 2)];
const halveWhile = (place: Place, holds: (node: number) => boolean): Place =>
  holds(place[0]) ? halveWhile(halve(place), holds) : place;
const isEven = (place: number): boolean => place % 2 === 0 && place !== 0;
const isOdd = (place: number): boolean => place % 2 === 1;
const isRight = ([place, last]: Place): boolean => isOdd(place) || place === last;

const includes = (index: number, size: number, start: Buffer, proof: readonly Buffer[]): Buffer | null => {
  let [place, hash]: [Place, Buffer] = [[index, size - 1], start];
  for (const h of proof) {
    if (place[1] === 0) return null;
    hash = isRight(place) ? node(h, hash) : node(hash, h);
    place = halve(isRight(place) ? halveWhile(place, isEven) : place);
  }
  return place[1] === 0 ? hash : null;
};

/** The roots that a consistency proof leads to. */
const grows = (old: number, size: number, oldRoot: Buffer, proof: readonly Buffer[]): Buffer[] | null => {
  let place = halveWhile([old - 1, size - 1], isOdd);
  const [first, ...rest] = place[0] === 0 ? [oldRoot, ...proof] : proof;
  let [a, b] = [first!, first!];
  for (const h of rest) {
    if (place[1] === 0) return null;
    [a, b] = isRight(place) ? [node(h, a), node(h, b)] : [a, node(b, h)];
    place = halve(isRight(place) ? halveWhile(place, isEven) : place);
  }
  return place[1] === 0 ? [a, b] : null;
};

const keyOf = (vkey: string) => {
  const [, name = '', id = '', encoded = ''] = /^([^+]+)\+(.{8})\+(.+)$/.exec(vkey) ?? [];
  const key = Buffer.from(encoded, 'base64');
  const hasItsId = sha256(name, '\n', key).subarray(0, 4).toString('hex') === id;
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: key.subarray(1).toString('base64url') };
  return { name, id, type: key[0], hasItsId, key: createPublicKey({ key: jwk, format: 'jwk' }) };
};

const signatureOf = (line: string): Readonly<{ name: string; id: string; rest: Buffer }> => {
  const [dash, name = '', encoded = ''] = line.split(' ');
  const bytes = Buffer.from(encoded, 'base64');
  return { name: dash === '—' ? name : '', id: bytes.subarray(0, 4).toString('hex'), rest: bytes.subarray(4) };
};

describe('docs/proof.md', () => {
  const events = lines(example('events')).map((line) => JSON.parse(line) as Event);
  const [first, second, third] = events as [Event, Event, Event];
  const entries = events.map((event) => canonical({ hash: event.metadata['hash']! }));
  const leaves = entries.map(leaf) as [Buffer, Buffer, Buffer];
  const root = node(node(leaves[0], leaves[1]), leaves[2]);

  it('chains the events by their text', () => {
    expect(chainText(second)).toBe(example('chain-text'));
    expect(sha256(chainText(second)).toString('hex')).toBe(example('chain-hash'));
    expect(events.map((event) => sha256(chainText(event)).toString('hex'))).toEqual(
      events.map(({ metadata }) => metadata['hash']),
    );
    expect([first, second, third].map(({ metadata }) => metadata['prevHash'])).toEqual([
      '0'.repeat(64),
      '0'.repeat(64),
      first.metadata['hash'],
    ]);
  });

  it('makes entries and leaves', () => {
    expect(entries[1]).toBe(example('entry'));
    expect(entries.map((entry) => Buffer.byteLength(entry))).toEqual([75, 75, 75]);
    expect(leaves.map((hash) => hash.toString('hex'))).toEqual(lines(example('leaf-hashes')));
  });

  it('makes the tree, its proofs and its tiles', () => {
    const inclusion = lines(example('inclusion-proof')).map(hex);
    const consistency = lines(example('consistency-proof')).map(hex);

    expect(node(leaves[0], leaves[1]).toString('hex')).toBe(example('node'));
    expect(root.toString('hex')).toBe(example('root'));
    expect(includes(1, 3, leaves[1], inclusion)).toEqual(root);
    expect(grows(1, 3, leaves[0], consistency)).toEqual([leaves[0], root]);
    expect(Buffer.concat(leaves).toString('hex')).toBe(example('tile'));
    expect(entries.map((entry) => `004b${Buffer.from(entry).toString('hex')}`).join('')).toBe(example('entry-bundle'));
  });

  it('signs and cosigns the checkpoint', () => {
    const text = `log.example/shanyraq\n3\n${root.toString('base64')}\n`;
    const [log, witness] = [keyOf(example('log-vkey')), keyOf(example('witness-vkey'))];
    const [signed, cosigned] = lines(example('cosigned-checkpoint')).slice(-2).map(signatureOf);
    const message = `cosignature/v1\ntime 1741150800\n${text}`;

    expect([log.type, log.hasItsId, witness.type, witness.hasItsId]).toEqual([1, true, 4, true]);
    expect(`${example('checkpoint')}\n`).toBe(text);
    expect(example('cosigned-checkpoint').startsWith(`${text}\n—`)).toBe(true);
    expect(example('cosigned-checkpoint').startsWith(`${example('signed-checkpoint')}\n`)).toBe(true);
    expect([signed?.name, signed?.id]).toEqual([log.name, log.id]);
    expect(verify(null, Buffer.from(text), log.key, signed!.rest)).toBe(true);
    expect(`${example('cosigned-message')}\n`).toBe(message);
    expect([cosigned?.name, cosigned?.id, cosigned?.rest.readBigUInt64BE()]).toEqual([
      witness.name,
      witness.id,
      1_741_150_800n,
    ]);
    expect(verify(null, Buffer.from(message), witness.key, cosigned!.rest.subarray(8))).toBe(true);
  });

  it('brings them together in a proof and in a request to a witness', () => {
    const inclusion = lines(example('inclusion-proof')).map((line) => hex(line).toString('base64'));
    const consistency = lines(example('consistency-proof')).map((line) => hex(line).toString('base64'));

    expect(example('tlog-proof')).toBe(
      ['c2sp.org/tlog-proof@v1', 'index 1', ...inclusion, '', example('cosigned-checkpoint')].join('\n'),
    );
    expect(example('add-checkpoint')).toBe(['old 1', ...consistency, '', example('signed-checkpoint')].join('\n'));
  });

  it('names the last head of the log before in the event of a new one', () => {
    const data = JSON.parse(example('new-log'));
    expect(canonical(data)).toBe(example('new-log'));
    expect([data.after.checkpoint, data.after.vkey]).toEqual([
      `${example('signed-checkpoint')}\n`,
      example('log-vkey'),
    ]);
  });

  it('is what our own verifier holds to be right', async () => {
    const log = { origin: 'log.example/shanyraq', vkeys: [parseVkey(example('log-vkey'), ourSha256)] };
    const trusted = { log, witnesses: [parseVkey(example('witness-vkey'), ourSha256)] };
    const proof = await verifyTlogProof(
      `${example('tlog-proof')}\n`,
      Buffer.from(example('entry')),
      trusted,
      nodeCrypto,
    );
    const opened = await openCheckpoint(`${example('cosigned-checkpoint')}\n`, trusted, nodeCrypto);

    expect(proof).toEqual({ ...opened, index: 1 });
    expect(opened.cosignatures.map(({ timestamp }) => timestamp)).toEqual([1_741_150_800]);
    expect(parseAddCheckpoint(`${example('add-checkpoint')}\n`).oldSize).toBe(1);
    // The examples are events as they are stored.
    const stored = events as unknown as Parameters<typeof verifyChain>[0];
    expect(verifyChain(stored.filter(({ stream }) => stream === 'case-17')).intact).toBe(true);
  });

  it('has no example that is not recomputed here', () => {
    expect([...recomputed].toSorted()).toEqual(Object.keys(examples).toSorted());
  });
});
