import { describe, expect, it } from '@jest/globals';
import {
  addCheckpointBody,
  checkpointText,
  noteText,
  parseAddCheckpoint,
  parseAddCheckpointAnswer,
  parseCheckpoint,
  parseNote,
  parseTlogProof,
  signatureLine,
  textOf,
  tilePath,
  tlogProofText,
  toBase64,
} from '@app/proof';
import { cosignedMessage, timestampOf } from '../../libs/proof/src/tlog/cosignature.js';

/** The examples of the specifications (github.com/C2SP/C2SP). They come without keys, so their forms are held, not their signatures. */
const note = `Ognuno sta solo sul cuor della terra
trafitto da un raggio di sole:

ed è subito sera.

— quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=
`;

const text = `example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
`;

const cosigned = `${text}
— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
`;

const request = `old 20852014
PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=
5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=
/6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=

${text}
— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
— example.com/behind-the-sofa opLqBQsREYCgu6xQkYQwJr9fo45a62DN9EdmHXnZdXNqlcVGlCum2Wks+49/V6267UEjw6QUXTS5Rovnzv++qbSzm9Q=
`;

const answer = `— witness.example/w1 CMp+6LWBU0anHGH5aNDTJkH/gj79sG+T6+iP2ThYN5krrDJbR1HDnucjL39QsZTSvVjyQLrdk3DXDqI5G2HgLatVs0pWh6Up69HVOw==
— witness.example/w1 I7rEps0pvK2UqkS2gSpVUDhrhVtQV9lgF6pRrWAvjJHjyWpW7VcE3SiOlVlbQNt64vWhO+DlkL0+UfzuOBMh9ChdMkP1vi/lCAsmlw==
— witness.example/w2 AWui8Sk55XjYLOijihBjhqEH6nS1ndDymE0a+6idX7pLcnoB+dhnz0854aLZgrrKbYKA7nC3HNJhm/kWl7oJlqU3rXXvpysAdyP3wQ==
`;

// In the specification's example the signatures are shortened, and the extra data is no base64.
const proof = `c2sp.org/tlog-proof@v1
extra YWdlLXYxLjIuMS1kYXJ3aW4tYXJtNjQudGFyLmd6
index 73894
gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=
B95lDa8R83lS8n0eG+o0buTxRKQTYFi//1U8anccXmA=
EKNzoDWG8LGC0Yp9o+sv3qllpMP9uHQ9B20KNL+Q1zs=
RoopEkOdqkYqMB4MJXrbt/hMjOxsVn0IrWjpz1ZMMes=
AHCioX9nLjsrse6YhjRRmk1WUEirVOLLRoOQ6vfO5vk=

${cosigned}`;

describe('the examples of C2SP', () => {
  it('signed-note: the text ends before the last blank line', () => {
    const parsed = parseNote(note);

    expect(parsed.text).toBe(
      'Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n',
    );
    expect(parsed.signatures.map(({ name, id, signature }) => [name, id.toString(16), signature.length])).toEqual([
      ['quasimodo.example/salvatore', '367ba04b', 64],
    ]);
    expect(noteText(parsed)).toBe(note);
  });

  it('tlog-checkpoint: origin, size and root', () => {
    const checkpoint = parseCheckpoint(cosigned);

    expect({ ...checkpoint, root: toBase64(checkpoint.root) }).toEqual({
      origin: 'example.com/behind-the-sofa',
      size: 20_852_163,
      root: 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=',
    });
    expect(checkpointText(checkpoint)).toBe(text);
  });

  it('tlog-cosignature: the time in the signature, and the message that it signs', () => {
    const [, witness] = parseNote(cosigned).signatures;

    expect([witness?.name, witness?.id.toString(16), witness?.signature.length]).toEqual([
      'witness.example.com/w1',
      '8d66cf3f',
      72,
    ]);
    expect(timestampOf(witness!.signature)).toBe(1_679_315_147);
    expect(textOf(cosignedMessage(text, 1_679_315_147))).toBe(`cosignature/v1\ntime 1679315147\n${text}`);
    expect(noteText(parseNote(cosigned))).toBe(cosigned);
  });

  it('tlog-witness: the request and the answer', () => {
    const parsed = parseAddCheckpoint(request);

    expect([parsed.oldSize, parsed.proof.length, parseNote(parsed.checkpoint).signatures.length]).toEqual([
      20_852_014, 4, 2,
    ]);
    expect(addCheckpointBody(parsed)).toBe(request);
    const read = parseAddCheckpointAnswer({ status: 200, contentType: 'text/plain', body: answer });
    expect(read).toEqual({ kind: 'cosigned', lines: answer.match(/.*\n/g) });
  });

  it('tlog-proof: its lines, with a whole checkpoint', () => {
    const parsed = parseTlogProof(proof);

    expect([parsed.index, parsed.proof.length, textOf(parsed.extra!)]).toEqual([
      73_894,
      5,
      'age-v1.2.1-darwin-arm64.tar.gz',
    ]);
    expect(parsed.checkpoint).toBe(cosigned);
    expect(tlogProofText(parsed)).toBe(proof);
  });

  it('tlog-tiles: the index in a path', () => {
    expect(tilePath({ level: 0, index: 1_234_067, width: 256 })).toBe('tile/0/x001/x234/067');
  });

  it('signature lines are written as they were read', () => {
    expect(parseNote(cosigned).signatures.map(signatureLine).join('')).toBe(cosigned.slice(text.length + 1));
  });
});
