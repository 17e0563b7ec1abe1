import { afterEach, describe, expect, it } from '@jest/globals';
import type { CaseView, ReadModels } from '@app/read-models';
import { inProcessApi, type InProcessApi } from '../testing/in-process-api.js';
import { casesOf, caseView, sampleCaseId } from '../testing/sample-case-view.js';

type WhichDuty = Readonly<{ rule: string; instance: number | null }>;

let api: InProcessApi;
afterEach(() => api.close());

const get = async (path: string) => {
  const authorization = `Bearer ${await api.token({ role: 'caseworker' })}`;
  return api.send(`/api/v1/cases/${sampleCaseId}${path}`, { headers: { authorization } });
};
const openApi = async (officeId: string, queries: object) => {
  // only what the route asks of the read models
  const cases = { ...casesOf(caseView(officeId)), ...queries } as unknown as ReadModels['cases'];
  api = await inProcessApi({ cases });
};

describe('why a date is what it is', () => {
  const duty = { rule: 'R-27', kind: 'OBLIGATION', status: 'OPEN', dueAt: '2025-04-02T18:59:59.999Z' };
  const explained = {
    duty: async (_caseId: string, { rule, instance }: WhichDuty, language = 'none') => ({
      officeId: 'almaty-bostandyk',
      revision: 11,
      duty,
      text: `${rule}${instance === null ? '' : ` number ${instance}`} in ${language}`,
    }),
  };

  it.each([
    ['?lang=ru', 'R-27 in ru'],
    ['?lang=kk', 'R-27 in kk'],
    ['', 'R-27 in en'],
    ['?instance=3', 'R-27 number 3 in en'],
  ])('is told of the duty and in the language that are asked for: "%s"', async (query, text) => {
    await openApi('almaty-bostandyk', explained);
    expect(await get(`/duties/R-27/why${query}`)).toMatchObject({ status: 200, body: { revision: 11, text } });
  });

  it('is not told in a language that there is not', async () => {
    await openApi('almaty-bostandyk', explained);
    expect(await get('/duties/R-27/why?lang=de')).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'lang', message: 'must be one of en, ru, kk' }] },
    });
  });
});

describe('who held a case', () => {
  const attribution = { holdings: [{ holder: 'PROVIDER', from: '2025-03-03' }], byHolder: [], late: [] };
  const attributed = (officeId: string) => ({ attribution: async () => ({ officeId, revision: 11, attribution }) });

  it('is told as the read models know it', async () => {
    await openApi('almaty-bostandyk', attributed('almaty-bostandyk'));
    expect(await get('/attribution')).toMatchObject({
      status: 200,
      body: { caseId: sampleCaseId, revision: 11, ...attribution },
    });
  });

  it('is not told of a case of another office', async () => {
    await openApi('aktobe', attributed('aktobe'));
    expect(await get('/attribution')).toMatchObject({ status: 404, body: { code: 'case-not-found' } });
  });
});

describe('silence', () => {
  const decision = (status: string) => ({
    duties: [
      { rule: 'R-27', kind: 'OBLIGATION', trigger: { on: '2025-03-03' }, status, dueAt: '2025-04-02T18:59:59.999Z' },
    ],
  });
  const shown = async (status: string) => {
    api = await inProcessApi({ cases: casesOf(caseView('almaty-bostandyk', decision(status)) as CaseView) });
    return (await get('')).body.deemedRefusedFrom;
  };

  it('is shown as a refusal from the end of the term on (APPC 91(2), A22)', async () =>
    expect(await shown('OPEN')).toBe('2025-04-02T19:00:00.000Z'));

  it('is shown as none where the decision is signed', async () => expect(await shown('DISCHARGED')).toBeNull());
});
