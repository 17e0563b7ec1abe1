import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { askForBundle, bytesOf, filesOf, type Files } from '../support/bundles.js';
import { readPdf } from '../support/pdf.js';
import { startSystem, type System } from '../support/system.js';
import { communalWalk, sendStep } from '../support/walk.js';
import { until } from '../support/witnessed.js';

let system: System;
let caseId: string;
let files: Files;

beforeAll(async () => {
  system = await startSystem({ env: { PROOF_LOG_ORIGIN: 'log.example/shanyraq', PROOF_HEAD_SECONDS: '0' } });
  const [first, ...rest] = communalWalk(randomUUID());
  caseId = (await sendStep(system, null, first!)).body.caseId;
  for (const step of rest) await sendStep(system, caseId, step);
  await until(async () => (await takenIn('en')).status === 200);
  files = await sheetIn('en');
}, 240_000);

afterAll(() => system.stop(), 30_000);

const takenIn = (language: string): Promise<Response> =>
  askForBundle(system, `cases/${caseId}/bundle?lang=${language}`, { role: 'provider-head' });

const sheetIn = async (language: string): Promise<Files> => filesOf(await takenIn(language));

describe('the sheet of a bundle', () => {
  it('tells its history and its duties in three languages, in a page that loads nothing', async () => {
    const page = files['case.html'] ?? '';
    expect(page).toContain('Application submitted through the State Corporation');
    expect(page).toContain('decide on the privatization');
    expect(page).toMatch(/\/applicant<\/span>: .*010115100004/);
    expect(page).not.toMatch(/<script|src=|href=/);
    const inRussian = (await sheetIn('ru'))['case.html'];
    expect(inRussian).toContain('Заявление зарегистрировано 7 марта 2025 года под №');
    expect(inRussian).toContain('исполнена');
    const inKazakh = (await sheetIn('kk'))['case.html'];
    expect(inKazakh).toMatch(/Өтініш 2025 жылғы 7 наурызда \S+ нөмірімен тіркелді/);
  }, 120_000);

  it('says the same in a PDF', async () => {
    const bundles = await Promise.all((['en', 'ru', 'kk'] as const).map((language) => sheetIn(language)));
    const told = await Promise.all(bundles.map((of) => readPdf(bytesOf(of, 'case.pdf'))));
    const [english, russian, kazakh] = told.map(({ texts }) => texts.join(' '));
    expect(english).toContain('The commission decided on 20 March 2025 to privatize the dwelling');
    expect(english).toContain('010115100004');
    expect(russian).toContain('Комиссия 20 марта 2025 года приняла решение о приватизации жилища');
    expect(kazakh).toContain('Комиссия 2025 жылғы 20 наурызда тұрғын үйді жекешелендіру туралы шешім қабылдады');
    expect([...'әғқңөұүі'].filter((letter) => !kazakh?.includes(letter))).toEqual([]);
    expect(told.map(({ info }) => info)).toEqual(
      ['en', 'ru', 'kk'].map((language) =>
        expect.objectContaining({ Language: language, Title: expect.stringContaining(caseId) }),
      ),
    );
  }, 120_000);
});
