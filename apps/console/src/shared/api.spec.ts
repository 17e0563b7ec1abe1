import { describe, expect, it } from '@jest/globals';
import { Api } from './api.js';
import { Problem } from './problem.js';

type Sent = Readonly<{ address: string; headers: Readonly<Record<string, string>>; body: unknown }>;

/** An api whose answers are given, what was sent, and how often the session ended. */
const apiThat = (...answers: readonly (Response | Error)[]) => {
  const sent: Sent[] = [];
  const state = { token: 'one' as string | null, ended: 0 };
  const waiting = [...answers];
  const send = async (address: unknown, { headers, body }: RequestInit = {}) => {
    sent.push({ address: String(address), headers: headers as Record<string, string>, body });
    const answer = waiting.shift() ?? Response.json({});
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const asker = { token: () => state.token, language: () => 'kk', onSessionEnd: () => (state.ended += 1) };
  return { api: new Api(asker, send as typeof fetch), sent, state };
};

const problem = (status: number, body: object): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/problem+json' } });

describe('the client of the API', () => {
  it('says who asks and in which language, and leaves out what is not asked', async () => {
    const { api, sent } = apiThat();
    await api.get('/api/v1/cases', { q: '', stage: 'DECISION', overdue: undefined });
    expect(sent).toMatchObject([
      {
        address: '/api/v1/cases?stage=DECISION',
        headers: { authorization: 'Bearer one', 'accept-language': 'kk' },
      },
    ]);
    expect(sent[0]?.headers).not.toHaveProperty('x-min-position');
  });

  it('reads what it wrote: every question after a command asks for its position, until somebody else sits here', async () => {
    const { api, sent } = apiThat(Response.json({ position: 70 }), Response.json({ position: 42 }));
    await api.command('/api/v1/cases/a/receipt', {}, 'key-1', 3);
    await api.command('/api/v1/cases/b/receipt', {}, 'key-2');
    await api.get('/api/v1/cases');
    api.forget();
    await api.get('/api/v1/cases');
    expect(
      sent.map(({ headers }) => [headers['if-match'], headers['idempotency-key'], headers['x-min-position']]),
    ).toEqual([
      ['"3"', 'key-1', undefined],
      [undefined, 'key-2', undefined],
      [undefined, undefined, '70'],
      [undefined, undefined, undefined],
    ]);
  });

  it('throws what the API says as one error', async () => {
    const { api, state } = apiThat(problem(409, { code: 'already-decided', detail: 'Decided.', next: 'Nothing.' }));
    const refused = await api.get('/x').catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Problem);
    expect(refused).toMatchObject({
      status: 409,
      code: 'already-decided',
      message: 'Decided.',
      body: { next: 'Nothing.' },
    });
    expect(state.ended).toBe(0);
  });

  it('tells an answer that is none of the API and a silence apart, and that a silence may pass', async () => {
    const { api } = apiThat(new Response('<html>', { status: 502 }), new TypeError('failed to fetch'));
    expect(await api.get('/x').catch((error: unknown) => error)).toMatchObject({ code: 'unreadable', mayPass: false });
    expect(await api.get('/x').catch((error: unknown) => error)).toMatchObject({ code: 'offline', mayPass: true });
  });

  it('ends the session where the token is refused, and not where somebody signed in meanwhile', async () => {
    const { api, state } = apiThat(problem(401, { code: 'token-invalid' }), problem(401, { code: 'token-invalid' }));
    await expect(api.get('/x')).rejects.toThrow(Problem);
    expect(state.ended).toBe(1);
    const late = api.get('/x');
    state.token = 'two';
    await expect(late).rejects.toThrow(Problem);
    expect(state.ended).toBe(1);
  });
});
