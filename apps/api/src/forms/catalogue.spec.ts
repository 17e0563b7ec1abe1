import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { languages } from '@app/domain';
import { inProcessApi, type InProcessApi } from '../testing/in-process-api.js';

let api: InProcessApi;
beforeAll(async () => {
  api = await inProcessApi();
});
afterAll(() => api.close());

const ask = async (path: string, headers: Readonly<Record<string, string>> = {}) =>
  api.send(`/api/v1${path}`, { headers: { authorization: `Bearer ${await api.token()}`, ...headers } });

describe('what is the same for everybody', () => {
  it.each(['/schemas/SignAgreement', '/catalogue'])('is kept by who has it already: %s', async (path) => {
    const first = await ask(path, { 'accept-language': 'ru' });
    const etag = first.headers['etag'] ?? '';
    expect(first.headers).toMatchObject({
      'content-language': 'ru',
      vary: 'Accept-Language',
      'cache-control': 'private, max-age=300',
    });
    const again = await ask(path, { 'accept-language': 'ru', 'if-none-match': `W/"other", ${etag}` });
    expect([again.status, again.text]).toEqual([304, '']);
    expect((await ask(path, { 'accept-language': 'kk', 'if-none-match': etag })).status).toBe(200);
  });

  it('says in the catalogue what everything is called, in three languages without a missing word', async () => {
    const [en, ru, kk] = await Promise.all(languages.map(async (lang) => (await ask(`/catalogue?lang=${lang}`)).body));
    expect(en.choices.find(({ name }: { name: string }) => name === 'forms').words).toEqual([
      { word: 'GRATUITOUS', title: 'Free of charge' },
      { word: 'REDEMPTION', title: 'For its residual value' },
    ]);
    expect(kk.duties.find(({ rule }: { rule: string }) => rule === 'R-15')).toEqual({
      rule: 'R-15',
      duty: 'өтініш пен құжаттарды тіркеу',
      paragraph: '4',
      debtor: 'PROVIDER',
      kind: 'OBLIGATION',
    });
    expect(ru.refusals.find(({ code }: { code: string }) => code === 'hearing-not-held').next).toMatch(/[а-я]/);
    for (const other of [ru, kk]) {
      const told = [
        ...other.choices.flatMap(({ words }: { words: { title: string }[] }) => words.map(({ title }) => title)),
        ...other.duties.map(({ duty }: { duty: string }) => duty),
        ...other.events.map(({ title }: { title: string }) => title),
        ...other.commands.map(({ title }: { title: string }) => title),
        ...other.refusals.map(({ message }: { message: string }) => message.replaceAll(/\{\w+\}/g, '')),
        ...other.problems.map(({ title }: { title: string }) => title),
        ...other.fields.map(({ title }: { title: string }) => title),
      ];
      expect(told.filter((text: string) => !/[а-яәғқңөұүһі]/i.test(text))).toEqual([]);
    }
  });
});
