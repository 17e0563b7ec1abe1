import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eds, filed, stageTwo, step, walkedCase } from '../support/case-walks.js';
import { startSystem, type Answer, type Sending, type System } from '../support/system.js';
import { communalWalk, sendStep } from '../support/walk.js';

let system: System;
let caseId: string;

beforeAll(async () => {
  system = await startSystem();
  // through the State Corporation, without the receipt: the registration is refused
  caseId = (await walkedCase(system, communalWalk('LANGUAGES').slice(0, 1))).caseId;
}, 60_000);
afterAll(() => system.stop());

const speaking = (header: string): Sending => ({ headers: { 'accept-language': header } });
const register = (query = '', sending: Sending = {}): Promise<Answer> =>
  system.post(`/cases/${caseId}/registration${query}`, { registrationNumber: 'REG-1' }, sending);
const languageOf = ({ headers }: Answer): readonly unknown[] => [headers.get('content-language'), headers.get('vary')];

/** What each language says of the same refusal. */
const receiptMissing = {
  en: {
    title: 'Not carried out',
    detail: 'The State Corporation has not issued a receipt to the applicant.',
    next: 'Have the State Corporation issue the receipt first.',
  },
  ru: {
    title: 'Не исполнено',
    detail: 'Государственная корпорация не выдала заявителю расписку.',
    next: 'Сначала Государственная корпорация выдает расписку.',
  },
  kk: {
    title: 'Орындалмады',
    detail: 'Мемлекеттік корпорация өтініш берушіге қолхат берген жоқ.',
    next: 'Алдымен Мемлекеттік корпорация қолхат береді.',
  },
} as const;
type Language = keyof typeof receiptMissing;
const languages = Object.keys(receiptMissing) as Language[];

describe('a refusal', () => {
  const said = (answer: Answer): unknown => {
    const { correlationId: _id, facts: _facts, ...problem } = answer.body;
    return [problem, ...languageOf(answer)];
  };
  const inLanguage = (language: Language): unknown => {
    const refusal = { code: 'receipt-missing', rule: 'R-19', paragraph: '5', ...receiptMissing[language] };
    return [{ type: 'urn:shanyraq:problem:receipt-missing', status: 409, ...refusal }, language, 'Accept-Language'];
  };

  it.each(languages)('answers in the language asked for, and says what to do next: %s', async (language) => {
    expect(said(await register('', speaking(language)))).toEqual(inLanguage(language));
    expect(said(await register(`?lang=${language}`))).toEqual(inLanguage(language));
    expect(said(await register(`?lang=${language}`, speaking('de, en;q=0.9')))).toEqual(inLanguage(language));
  });

  it.each([
    ['de, kk;q=0.3, ru;q=0.7', 'ru'],
    ['ru;q=0.3, kk-KZ;q=0.7', 'kk'],
    ['ru;q=0, *;q=0.1', 'en'],
    ['de', 'en'],
    [';q=;;, ru;q=lots', 'en'],
  ] as const)('takes the best that is spoken of Accept-Language: %s', async (header, language) =>
    expect(said(await register('', speaking(header)))).toEqual(inLanguage(language)),
  );

  it('is the same refusal in every language: a request that is repeated in another one is the same request', async () => {
    const facts = await Promise.all(languages.map(async (one) => (await register(`?lang=${one}`)).body.facts));
    expect(new Set(facts.map((one) => JSON.stringify(one))).size).toBe(1);
    const [first] = communalWalk('LANGUAGES-2');
    const asked = { role: first!.role, key: 'languages-1' };
    const [one, other] = await Promise.all(
      ['ru', 'kk'].map((lang) => system.post(`/cases?lang=${lang}`, first!.body, asked)),
    );
    expect([one!.status, other!.text]).toEqual([201, one!.text]);
  });

  it('says its dates in words of the language', async () => {
    // Friday 7 March 2025 after hours: accepted on Tuesday the 11th, after a holiday and the day off for it
    const [registration] = stageTwo;
    const notice = step('caseworker', '/registration', '03-10', { registrationNumber: 'REG-2', eds: eds('03-10') });
    const registered = { ...registration!, body: notice.body };
    const late = await walkedCase(system, [filed({ effectiveAt: '2025-03-07T19:00:00+05:00' }), registered]);
    const { body } = step('caseworker', '/completeness', '03-10');
    const tooEarly = async (lang: Language) =>
      (await system.post(`/cases/${late.caseId}/completeness?lang=${lang}`, body)).body;
    expect(await tooEarly('en')).toMatchObject({ code: 'before-acceptance', facts: { acceptedOn: '2025-03-11' } });
    expect((await tooEarly('en')).detail).toContain('accepted on Tuesday 11 March 2025:');
    expect((await tooEarly('ru')).detail).toContain('принятым: вторник, 11 марта 2025 года;');
    expect((await tooEarly('kk')).detail).toContain('есептеледі: 2025 жылғы 11 наурыз, сейсенбі;');
  });

  it('cites no rule and no paragraph where a guard of the system says no', async () => {
    const [first] = communalWalk('LANGUAGES');
    const again = await system.post('/cases?lang=ru', first!.body, { role: first!.role });
    expect(again.body).toMatchObject({
      code: 'dwelling-claimed',
      rule: null,
      paragraph: null,
      detail: 'По этому жилищу ведется другое действующее дело.',
      next: 'Сначала завершите другое дело или проверьте идентификатор жилища.',
    });
    const [, receipt] = communalWalk('LANGUAGES');
    const before = { ...receipt!.body, effectiveAt: '2025-03-07T10:00:00+05:00' };
    const early = await system.post(`/cases/${caseId}/receipt`, before, { role: receipt!.role });
    expect(early.body).toMatchObject({ code: 'before-what-it-follows', rule: null, paragraph: null });
  });

  it('of a correction of the calendar speaks the language, too', async () => {
    const change = { date: '2025-03-08', to: 'OFF', name: 'Holiday', source: 'Order 1' };
    const answer = await system.post('/admin/calendar/days?lang=kk', change, { role: 'administrator', office: null });
    expect(answer.body).toMatchObject({
      code: 'calendar-day-unchanged',
      rule: null,
      detail: 'Түзететін ештеңе жоқ: 2025 жылғы 8 наурыз, сенбі — онсыз да демалыс күні.',
    });
  });
});

describe('what is told of a case', () => {
  it.each(languages)('names in the language what stands in the way of each action: %s', async (language) => {
    for (const answer of [
      await system.get(`/cases/${caseId}/actions`, speaking(language)),
      await system.get(`/cases/${caseId}/actions?lang=${language}`),
    ]) {
      const found = answer.body.actions.find(({ command }: { command: string }) => command === 'RegisterApplication');
      const { detail: message, next } = receiptMissing[language];
      expect(found.refusal).toMatchObject({ code: 'receipt-missing', rule: 'R-19', paragraph: '5', message, next });
      expect(languageOf(answer)).toEqual([language, 'Accept-Language']);
    }
  });

  it.each([
    ['en', 'The service provider must'],
    ['ru', 'Услугодатель обязан'],
    ['kk', 'Көрсетілетін қызметті беруші'],
  ])('explains a date in the language of lang, else of Accept-Language: %s', async (language, words) => {
    const why = `/cases/${caseId}/duties/R-27/why`;
    const fresh = { waitSeconds: 10, minPosition: (await system.get(`/cases/${caseId}`)).body?.position };
    const byHeader = await system.get(why, { ...fresh, ...speaking(language) });
    expect(byHeader.body.text).toContain(words);
    expect(languageOf(byHeader)).toEqual([language, 'Accept-Language']);
    expect((await system.get(`${why}?lang=${language}`, speaking('ru, kk;q=0.5'))).body.text).toBe(byHeader.body.text);
  });
});

describe('any other problem', () => {
  it.each([
    ['en', 'There is no such case', 'must be one of en, ru, kk', 'is not a field that is known here'],
    ['ru', 'Такого дела нет', 'должно быть одним из: en, ru, kk', 'такого поля здесь нет'],
    ['kk', 'Мұндай іс жоқ', 'мыналардың бірі болуы тиіс: en, ru, kk', 'мұнда мұндай өріс жоқ'],
  ] as const)('speaks the language asked for, field by field: %s', async (language, title, choice, unknown) => {
    const never = await system.get('/cases/0b8f1f4e-3f6c-5a9e-8d8b-1f0f6f3c2d11', speaking(language));
    expect([never.status, never.body.title, ...languageOf(never)]).toEqual([404, title, language, 'Accept-Language']);
    expect(never.body).not.toHaveProperty('next');
    const unspoken = await register('?lang=de', speaking(language));
    expect([unspoken.status, unspoken.body.errors]).toEqual([422, [{ path: 'lang', message: choice }]]);
    const wrong = await system.post(`/cases/${caseId}/registration`, { nonsense: 1 }, speaking(language));
    expect(wrong.body.errors).toContainEqual({ path: 'nonsense', message: unknown });
    const without = await system.get(`/cases/${caseId}`, { token: null, ...speaking(language) });
    expect([without.status, ...languageOf(without)]).toEqual([401, language, 'Accept-Language']);
  });

  it('stops nothing', async () => {
    expect((await sendStep(system, caseId, communalWalk('LANGUAGES')[1]!)).status).toBe(200);
  });
});
