import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { chainHash } from '@app/proof/node';
import { canonicalJson } from '@app/proof';
import { askForBundle, bytesOf, filesOf, summedAgain, verify, type Files } from '../support/bundles.js';
import { complaintAfter, silentCase } from '../support/complaint-walk.js';
import type { System } from '../support/system.js';
import { communalWalk, sendStep } from '../support/walk.js';
import { readPdf } from '../support/pdf.js';
import { startWitness } from '../support/witness.js';
import { newestHead, startWitnessed, until, vkeyOf, type Witnessed } from '../support/witnessed.js';

// Each bundle makes its PDF in a new thread: some seconds where all cores are busy.
jest.setTimeout(60_000);

let world: Witnessed;
let system: System;
let caseId: string;
let complaintId: string;
let files: Files;
let key: string;
let witnessKey: string;

const head = { role: 'provider-head' } as const;
const auditor = { role: 'auditor', office: null } as const;

beforeAll(async () => {
  world = await startWitnessed();
  ({ system, key, witnessKey } = world);
  const [first, ...rest] = communalWalk(randomUUID());
  caseId = (await sendStep(system, null, first!)).body.caseId;
  for (const step of rest) await sendStep(system, caseId, step);
  complaintId = await complaintAfter(system, await silentCase(system, randomUUID()), []);
  await until(async () => (await take(`complaints/${complaintId}/bundle`)).status === 200);
  await until(async () => (await newestHead(system)).cosignatures.length === 1);
  files = await filesOf(await take(`cases/${caseId}/bundle`, head));
}, 240_000);

afterAll(() => world.stop(), 30_000);

const take = (path: string, sending: Parameters<typeof askForBundle>[2] = auditor) =>
  askForBundle(system, path, sending);

const linesIn = (name: string): string[] => (files[name] ?? '').trimEnd().split('\n');

/** The files with a line of one of them changed, and with sums that fit again. */
const withLine = (name: string, line: number, change: (text: string) => string): Files => {
  const lines = linesIn(name).map((text, at) => (at === line - 1 ? change(text) : text));
  return summedAgain({ ...files, [name]: `${lines.join('\n')}\n` });
};

/** The values that a bundle discloses, as they are written in it. */
const valuesIn = (of: Files): readonly string[] =>
  JSON.parse(of['disclosures.json'] ?? '').map(({ disclosure }: { disclosure: string }) =>
    Buffer.from(disclosure, 'base64url').toString(),
  );

describe('the bundle of a case', () => {
  it('proves its events, their order, the head and its witness, with nothing but Node', async () => {
    const { code, said } = await verify(files);
    expect({ code, said }).toMatchObject({ code: 0 });
    expect(said).toContain(`case-${caseId} #0  ApplicationSubmitted, recorded `);
    expect(said).toContain('These 17 events, each from the first of its stream on');
    expect(said).toMatch(/in the log log\.example\/shanyraq, whose head has \d+ entries/);
    expect(said).toMatch(/The witness witness\.example\/w1 saw this head at 20/);
    expect(said).toMatch(/#0 \/applicant = \{.*"iin":"010115100004"/);
    expect(said).toContain('That what was recorded is true.');
    expect(said).toContain('The key of the log is that of keys.txt. Compare it');
  });

  it('is held against keys that the reader knows, and refused where they are of others', async () => {
    const { code, said } = await verify(files, ['--key', key, '--witness', witnessKey]);
    expect(code).toBe(0);
    expect(said).toContain('The key of the log is the one that you gave.');
    const ofAnother = 'other.example/log+6b2e1d05+ATqOhzBiNI0w1P8sMYsV4fZcQbLgdZrYGPsvwBpP7a5D';
    expect((await verify(files, ['--key', ofAnother])).code).toBe(1);
    const other = await startWitness(`${world.folder}/other`, [key]);
    try {
      const stranger = await vkeyOf(other);
      const refused = await verify(files, ['--key', key, '--witness', stranger]);
      expect(refused).toEqual({
        code: 1,
        said: 'NOT PROVED\n  checkpoint: the witness witness.example/w1 has not cosigned it\n',
      });
    } finally {
      await other.stop();
    }
  });

  it('is refused with the name of the file where a byte of any file is changed', async () => {
    const names = Object.keys(files).filter((name) => !name.startsWith('proofs/') || name === 'proofs/3.tlog-proof');
    expect(names).toHaveLength(10);
    for (const name of names) {
      const text = files[name] ?? '';
      const at = Math.floor(text.length / 2);
      const changed = text.slice(0, at) + (text[at] === 'a' ? 'b' : 'a') + text.slice(at + 1);
      // The verifier is one that the reader has already: a changed one could say anything.
      const { code, said } = await verify({ ...files, [name]: changed }, [], files['verify.mjs']);
      expect({ name, code, said }).toMatchObject({
        code: 1,
        said: expect.stringContaining(name === 'SHA256SUMS' ? 'SHA256SUMS' : `  ${name}`),
      });
    }
  }, 30_000);

  it('is refused with file and line where the sums were made to fit again', async () => {
    const changes: readonly (readonly [Files, string])[] = [
      [withLine('events.ndjson', 5, (text) => text.replace('2025-03', '2025-02')), 'events.ndjson, line 5'],
      [withLine('events.ndjson', 5, (text) => text.replace(':', ': ')), 'events.ndjson, line 5'],
      [
        summedAgain({ ...files, 'events.ndjson': linesIn('events.ndjson').toSpliced(6, 1).join('\n') }),
        'events.ndjson, line 7',
      ],
      [
        summedAgain({ ...files, 'events.ndjson': linesIn('events.ndjson').slice(1).join('\n') }),
        'events.ndjson, line 1',
      ],
      [
        withLine('disclosures.json', 2, (text) => text.replace('"disclosure":"W', '"disclosure":"X')),
        'disclosures.json, line 2',
      ],
      [
        withLine('disclosures.json', 2, (text) => text.replace(/"at":"[^"]*"/, '"at":"/nothing"')),
        'disclosures.json, line 2',
      ],
      [
        withLine('proofs/2.tlog-proof', 2, (text) => text.replace(/\d+/, (index) => String(Number(index) + 1))),
        'proofs/2.tlog-proof',
      ],
      [withLine('checkpoint', 2, (text) => String(Number(text) + 1)), 'checkpoint'],
      [withLine('keys.txt', 4, (text) => text.replace('+A', '+B')), 'keys.txt, line 4'],
      [
        summedAgain(Object.fromEntries(Object.entries(files).filter(([name]) => name !== 'proofs/4.tlog-proof'))),
        'proofs/4.tlog-proof',
      ],
    ];
    for (const [changed, place] of changes) {
      const { code, said } = await verify(changed);
      expect({ place, code, said }).toMatchObject({ code: 1, said: expect.stringContaining(`  ${place}: `) });
    }
  }, 30_000);

  it('is refused where an event of another log was put in, with a right chain, a proof and right sums', async () => {
    const last = JSON.parse(linesIn('events.ndjson').at(-1)!);
    const { hash: prevHash, ...metadata } = last.metadata;
    const forged = { ...last, revision: last.revision + 1, metadata: { ...metadata, prevHash } };
    const event = { ...forged, metadata: { ...forged.metadata, hash: chainHash(forged) } };
    const { code, said } = await verify(
      summedAgain({
        ...files,
        'events.ndjson': `${files['events.ndjson']}${canonicalJson(event)}\n`,
        'proofs/18.tlog-proof': (files['proofs/17.tlog-proof'] ?? '').replace(
          /^index (\d+)$/m,
          (_, at) => `index ${Number(at) + 1}`,
        ),
      }),
    );
    expect({ code, said }).toEqual({
      code: 1,
      said: expect.stringMatching(
        /^NOT PROVED\n {2}proofs\/18\.tlog-proof: the event of line 18 of events\.ndjson is not in the log at \d+\n$/,
      ),
    });
  });

  it('ends at the revision that was asked for', async () => {
    const early = await filesOf(await take(`cases/${caseId}/bundle?until=2`));
    expect((await verify(early)).said).toContain(`they end with case-${caseId} #2;`);
  });
});

describe('what a bundle shows of persons', () => {
  const person = ['010115100004', '851231100303', 'Testova', 'Test street', 'T-17'];

  it('is nothing to an auditor who gives no reason, whose bundle proves the same events', async () => {
    const masked = await filesOf(await take(`cases/${caseId}/bundle`));
    const { code, said } = await verify(masked);
    expect(code).toBe(0);
    expect(said).toMatch(/ {2}\d+ sealed values of theirs as they were sealed; \d\d+ more are not shown\./);
    const { texts } = await readPdf(bytesOf(masked, 'case.pdf'));
    const all = [...Object.values(masked), ...valuesIn(masked), ...texts].join('\n');
    expect(person.filter((secret) => all.includes(secret))).toEqual([]);
    expect(texts.join(' ')).toContain('/applicant: not disclosed');
    expect(masked['case.html']).toContain('/applicant</span>: not disclosed');
    expect(masked['events.ndjson']).toBe(files['events.ndjson']);
  });

  it('is everything to an auditor who says why, and is put on record', async () => {
    expect((await take(`cases/${caseId}/bundle?unmask=true`)).status).toBe(422);
    const why = { ...auditor, headers: { 'x-purpose': 'court 12-34' } };
    const shown = await filesOf(await take(`cases/${caseId}/bundle?unmask=true`, why));
    expect((await verify(shown)).said).toMatch(/#0 \/applicant = \{.*"iin":"010115100004"/);
    const looks = async () => (await system.get(`/audit/access?case=${caseId}`, auditor)).body.items;
    await until(async () => (await looks())[0]?.why === 'court 12-34');
    expect((await looks())[0]).toMatchObject({
      what: 'GET /api/v1/audit/cases/:caseId/bundle',
      role: 'auditor',
      outcome: 'SHOWN',
    });
  });

  it('is all but what is left out, by place and by person', async () => {
    const place = await filesOf(await take(`cases/${caseId}/bundle?without=/applicant`, head));
    expect(place['case.html']).toContain('/applicant</span>: not disclosed');
    const [{ said: whole }, { said }] = [await verify(files), await verify(place)];
    expect([whole.includes(' /applicant = '), said.includes(' /applicant = ')]).toEqual([true, false]);
    const sealed: string = JSON.parse(linesIn('events.ndjson')[0]!).data.applicant.$sealed;
    const keyId = sealed.split('.')[1];
    const ofPerson = await filesOf(await take(`cases/${caseId}/bundle?without=${keyId}`, head));
    expect((await verify(ofPerson)).code).toBe(0);
    expect([...Object.values(ofPerson), ...valuesIn(ofPerson)].join('\n')).not.toContain('010115100004');
    const slip = await take(`cases/${caseId}/bundle?without=/aplicant`, head);
    expect([slip.status, await slip.json()]).toEqual([422, expect.objectContaining({ code: 'fields-invalid' })]);
  });
});

describe('the bundle of a complaint', () => {
  it('has the complaint and its case, in the order of the log', async () => {
    const { code, said } = await verify(await filesOf(await take(`complaints/${complaintId}/bundle`)));
    expect(code).toBe(0);
    expect(said).toMatch(/ case-\S+ #0 {2}ApplicationSubmitted/);
    expect(said).toContain(`complaint-${complaintId} #0  ComplaintFiled`);
  });
});

describe('a bundle that cannot be had', () => {
  it('is refused in words', async () => {
    const asked = async (path: string, sending?: Parameters<typeof take>[1]) => {
      const answer = await take(path, sending);
      return [answer.status, ((await answer.json()) as { code: string }).code];
    };
    expect(await asked(`cases/${randomUUID()}/bundle`)).toEqual([404, 'case-not-found']);
    expect(await asked(`complaints/${randomUUID()}/bundle`)).toEqual([404, 'complaint-not-found']);
    expect(await asked(`cases/${caseId}/bundle?until=17`)).toEqual([422, 'fields-invalid']);
    expect(await asked(`cases/${caseId}/bundle?until=x`)).toEqual([422, 'fields-invalid']);
    expect(await asked(`cases/${caseId}/bundle`, { role: 'provider-head', office: 'astana-saryarka' })).toEqual([
      404,
      'case-not-found',
    ]);
    expect(await asked(`cases/${caseId}/bundle`, { role: 'portal', office: null })).toEqual([
      403,
      'permission-missing',
    ]);
  });

  it('is promised for later while no head holds its events', async () => {
    await system.process('projector').stop();
    try {
      const [first] = communalWalk(randomUUID());
      const { body } = await sendStep(system, null, first!);
      const answer = await take(`cases/${body.caseId}/bundle`);
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '10']);
      expect(await answer.json()).toMatchObject({ code: 'head-awaited' });
    } finally {
      await system.start('projector');
    }
  });
});
