import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { applicationBody } from '../../../../libs/contracts/src/testing/bodies.js';
import { inProcessApi, type InProcessApi } from '../testing/in-process-api.js';
import { spoken } from '../testing/spoken.js';

let api: InProcessApi;
let bearer: string;
beforeAll(async () => {
  api = await inProcessApi();
  bearer = `Bearer ${await api.token({ role: 'portal' })}`;
});
afterAll(() => api.close());
beforeEach(() => {
  api.store.log.length = 0;
});

type Headers = Readonly<Record<string, string>>;

const post = (body: string | Uint8Array<ArrayBuffer> | null, headers: Headers = {}, path = '/api/v1/cases') =>
  api.send(path, {
    method: 'POST',
    headers: { ...(body === null ? {} : { 'content-type': 'application/json' }), authorization: bearer, ...headers },
    body,
  });
const body = (overrides = {}) => JSON.stringify(applicationBody(overrides));
const expectProblem = (answer: Awaited<ReturnType<typeof post>>, status: number, code: string) => {
  expect({ status: answer.status, type: answer.headers['content-type'], code: answer.body.code }).toEqual({
    status,
    type: 'application/problem+json; charset=utf-8',
    code,
  });
  expect(api.store.log).toEqual([]);
};

describe('a body', () => {
  it.each([
    ['broken', '{"channel": '],
    ['no JSON', 'channel=PORTAL'],
    ['empty', ''],
    ['not UTF-8', Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d)],
    ['after a byte order mark', `\ufeff${body()}`],
    ['seventeen deep', `${'{"a":'.repeat(17)}1${'}'.repeat(17)}`],
    ['hundreds of thousands deep', '['.repeat(500_000) + ']'.repeat(500_000)],
    ['of more than twenty thousand values', JSON.stringify(Array(20_001).fill(0))],
  ])('that is %s is 400', async (_, payload) => {
    expectProblem(await post(payload), 400, 'body-unreadable');
  });

  it('that is missing is 422', async () => {
    const answer = await post(null);
    expectProblem(answer, 422, 'fields-invalid');
    expect(answer.body.errors).toEqual([{ path: '', message: 'must be a JSON object' }]);
  });

  it('of one byte more than a megabyte is 413, and of a megabyte is read', async () => {
    const filled = (bytes: number) => `{"note": "${'x'.repeat(bytes - 12)}"}`;
    expectProblem(await post(filled(1_048_577)), 413, 'body-too-large');
    expectProblem(await post(filled(1_048_576)), 422, 'fields-invalid');
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'multipart/form-data; boundary=x'])(
    'of type %s is 415',
    async (type) => {
      expectProblem(await post(body(), { 'content-type': type }), 415, 'content-type-unsupported');
    },
  );

  it('is read with a charset behind its type', async () => {
    expect(await post(body(), { 'content-type': 'application/json; charset=utf-8' })).toMatchObject({ status: 201 });
  });

  it('with fields that are unknown or wrong is 422, each with its path', async () => {
    const answer = await post(body({ colour: 'red', payment: { mode: 'SINGLE', years: 2 }, officeId: 7 }));
    expectProblem(answer, 422, 'fields-invalid');
    expect(answer.body.errors).toEqual([
      { path: 'colour', message: 'is not a field that is known here' },
      { path: 'officeId', message: 'must be 1 to 100 letters, digits, dots, hyphens or underscores' },
      { path: 'payment.years', message: 'is not a field that is known here' },
    ]);
  });

  it('with a name that every object has is 422, and changes no object', async () => {
    expectProblem(await post('{"__proto__": {"channel": "PORTAL"}}'), 422, 'fields-invalid');
    expect({}).not.toHaveProperty('channel');
  });

  it.each(['"\\ud800"', '1e400', '{"\\udc00": 1}'])(
    'with %s in any field is 422 at it, also with a key',
    async (value) => {
      const authorization = `Bearer ${await api.token()}`;
      for (const headers of [{}, { 'idempotency-key': 'k-1' }] as Headers[]) {
        expectProblem(await post(`{"officeId": ${value}}`, headers), 422, 'fields-invalid');
        const registered = await post(
          `{"registrationNumber": ${value}}`,
          { ...headers, authorization },
          '/api/v1/cases/0b8f1f4e-3f6c-5a9e-8d8b-1f0f6f3c2d11/registration',
        );
        expectProblem(registered, 422, 'fields-invalid');
      }
    },
  );

  it('that names an office that is not there is 422 at officeId', async () => {
    const answer = await post(body({ officeId: 'nowhere' }));
    expectProblem(answer, 422, 'fields-invalid');
    expect(answer.body.errors).toEqual([{ path: 'officeId', message: 'names no office' }]);
  });

  it('that says it happened tomorrow is 422 at effectiveAt', async () => {
    const answer = await post(body({ effectiveAt: new Date(Date.now() + 86_400_000).toISOString() }));
    expectProblem(answer, 422, 'fields-invalid');
    expect(answer.body.errors).toEqual([{ path: 'effectiveAt', message: 'must not lie in the future' }]);
  });
});

describe('a refusal by a rule', () => {
  it('is 409 with its code, rule, paragraph and facts, and what to do next', async () => {
    const answer = await post(body({ consents: { useOfSecrets: false, personalData: true } }));
    expectProblem(answer, 409, 'secrets-consent-missing');
    const { correlationId, ...told } = answer.body;
    expect(told).toEqual({
      type: 'urn:shanyraq:problem:secrets-consent-missing',
      title: 'Not carried out',
      status: 409,
      detail: 'The applicant has not consented to the use of secrets protected by law.',
      next: 'Ask the applicant for this consent.',
      code: 'secrets-consent-missing',
      rule: 'R-26b',
      paragraph: '5',
      facts: {},
    });
    expect(answer.headers['x-correlation-id']).toBe(correlationId);
  });
});

describe('a header', () => {
  it.each([
    ['If-Match', 'x'],
    ['If-Match', '3'],
    ['If-Match', 'W/"3"'],
    ['If-Match', '"-1"'],
    ['Idempotency-Key', 'a b'],
    ['Idempotency-Key', 'x'.repeat(201)],
    ['Idempotency-Key', ''],
  ])('%s: %s is 400', async (name, value) => {
    expectProblem(await post(body(), { [name.toLowerCase()]: value }), 400, 'header-invalid');
  });

  it('X-Correlation-Id comes back and goes into the event; one that cannot be used is replaced', async () => {
    const answer = await post(body(), { 'x-correlation-id': 'trace-1' });
    expect(answer.headers['x-correlation-id']).toBe('trace-1');
    expect(api.store.log.at(-1)?.metadata.correlationId).toBe('trace-1');
    const replaced = await post(body(), { 'x-correlation-id': 'a b' });
    expect(replaced.headers['x-correlation-id']).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('an answer', () => {
  it('to a command has the case, the revision, the position and the events, in headers too', async () => {
    const { status, headers, body: told } = await post(body());
    const [event] = api.store.log.slice(-1);
    expect(status).toBe(201);
    expect(told).toEqual({
      caseId: event?.stream.slice('case-'.length),
      acceptedOn: event?.data['acceptedOn'],
      resultDue: event?.data['resultDue'],
      revision: 0,
      position: event?.position,
      events: [{ type: 'ApplicationSubmitted', eventId: event?.id }],
    });
    expect(headers).toMatchObject({
      etag: '"0"',
      'x-log-position': String(event?.position),
      'content-type': 'application/json; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
  });

  it('to an address that is not there is 404, to one that cannot be read 400, to one that is too long 414', async () => {
    expectProblem(await post('{}', {}, '/api/v1/nothing'), 404, 'route-not-found');
    expectProblem(await post('{}', {}, '/'), 404, 'route-not-found');
    expectProblem(await post('{}', {}, '/api/v1/cases/%zz/receipt'), 400, 'request-unreadable');
    expectProblem(await post('{}', {}, `/api/v1/cases/${'x'.repeat(300)}/receipt`), 414, 'address-too-long');
  });

  it('to headers that are too large is 431, to what is no HTTP 400', async () => {
    expectProblem(await post(body(), { 'x-filler': 'x'.repeat(20_000) }), 431, 'headers-too-large');
    const { port } = new URL(await api.app.getUrl());
    const answer = await spoken(Number(port), 'hello\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1.1 400 /);
    expect(answer).toContain('"code":"request-unreadable"');
  });

  it('for a case whose id is none is 404', async () => {
    const headers = { authorization: `Bearer ${await api.token({ role: 'front-desk' })}` };
    expectProblem(await post('{"deliveryNumber": "D"}', headers, '/api/v1/cases/17/delivery'), 404, 'case-not-found');
  });

  it('while the log is away is 503, to be tried again, and the next one succeeds', async () => {
    api.store.disconnect();
    const answer = await post(body());
    api.store.connect();
    expectProblem(answer, 503, 'store-unavailable');
    expect(answer.headers['retry-after']).toBe('1');
    expect(await post(body())).toMatchObject({ status: 201 });
  });

  it('while the process stops is 503', async () => {
    api.lifetime.stopping = true;
    const answer = await post(body());
    api.lifetime.stopping = false;
    expectProblem(answer, 503, 'shutting-down');
  });

  it('to an error of ours is 500 and says nothing of it; the log does', async () => {
    api.store.willMeet({
      before: () => {
        throw new Error('secret detail');
      },
    });
    const answer = await post(body());
    expectProblem(answer, 500, 'internal-error');
    expect(JSON.stringify(answer.body)).not.toContain('secret detail');
    expect(api.logged.findLast(({ level }) => level === 'error')).toMatchObject({
      msg: 'internal-error',
      correlationId: answer.body.correlationId,
      err: { message: 'secret detail' },
    });
  });
});

describe('a log line of a request', () => {
  it('tells route, status, time, correlation id and who asked, and no address', async () => {
    await post('{"note": "x"}', { 'x-correlation-id': 'trace-2' }, '/api/v1/cases?q=791028302728');
    const { time: _time, ms, ...told } = api.logged.at(-1) ?? {};
    expect(ms).toEqual(expect.any(Number));
    expect(told).toEqual({
      level: 'info',
      service: 'api',
      method: 'POST',
      route: '/api/v1/cases',
      status: 422,
      correlationId: 'trace-2',
      subject: 'portal@almaty-bostandyk',
      role: 'portal',
      problem: 'fields-invalid',
      msg: 'request',
    });
  });
});

describe('the measurements', () => {
  it('count the request by its route and the command by its outcome', async () => {
    await post(body({ consents: { useOfSecrets: false, personalData: true } }));
    const { text } = await api.send('/metrics');
    expect(text).toMatch(
      /shanyraq_commands_total\{command="SubmitApplication",outcome="secrets-consent-missing",service="api"\} [1-9]/,
    );
    expect(text).toMatch(
      /shanyraq_http_request_duration_seconds_count\{service="api",method="POST",route="\/api\/v1\/cases",status="409"\} [1-9]/,
    );
  });
});
