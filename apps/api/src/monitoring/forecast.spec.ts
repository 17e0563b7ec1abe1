import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TooManyOpenDuties } from '@app/read-models';
import { inProcessApi, type InProcessApi } from '../testing/in-process-api.js';

let api: InProcessApi;
beforeAll(async () => {
  api = await inProcessApi({
    forecast: { page: () => Promise.reject(new TooManyOpenDuties('more than 50000 duties are open')) },
  });
});
afterAll(() => api.close());

describe('the forecast over HTTP', () => {
  it('says what to narrow where more duties are open than can be put in the order of their shares', async () => {
    const authorization = `Bearer ${await api.token({ role: 'quality-monitor' })}`;
    const { status, body } = await api.send('/api/v1/monitoring/forecast', { headers: { authorization } });
    expect([status, body]).toEqual([
      422,
      expect.objectContaining({
        code: 'fields-invalid',
        errors: [
          {
            path: 'officeId',
            message:
              'more than 50000 duties are open: name an office, a rule or a route, or sort by due without minimumShare',
          },
        ],
      }),
    ]);
  });
});
