import { describe, expect, it } from '@jest/globals';
import { ops, opsJson } from './ops-command.js';

const accept = (at: string, ...more: string[]) => opsJson(['calendar', 'accept', '--at', at, ...more]);
const due = (from: string, term: number, unit: string) =>
  opsJson(['calendar', 'due', '--from', from, '--term', String(term), '--unit', unit]);

describe('calendar accept', () => {
  it('takes 18:30 as the last moment of the working day (R-16, para 4)', async () => {
    expect(await accept('2025-03-06T18:30')).toMatchObject({ acceptedOn: '2025-03-06', passedOver: [] });
  });

  it('moves 18:31 to the next working day, past a holiday that was moved (R-16, para 4)', async () => {
    expect(await accept('2025-03-07T18:31')).toEqual({
      acceptedOn: '2025-03-11',
      filedOn: '2025-03-07',
      filedAt: '18:31:00',
      closesAt: '18:30',
      passedOver: [
        { date: '2025-03-07', reason: { kind: 'after_hours', name: 'after working hours' } },
        { date: '2025-03-08', reason: { kind: 'holiday', name: "International Women's Day" } },
        { date: '2025-03-09', reason: { kind: 'weekend', name: 'Sunday' } },
        { date: '2025-03-10', reason: { kind: 'substitute', name: "International Women's Day (observed)" } },
      ],
    });
  });

  it('accepts on Sunday 5 January 2025, which was made a working day', async () => {
    expect(await accept('2025-01-05T10:00')).toMatchObject({ acceptedOn: '2025-01-05' });
  });

  it("applies an office's own closing time, or the one that is given", async () => {
    expect(await accept('2025-03-05T18:10', '--office', 'aktobe')).toMatchObject({
      acceptedOn: '2025-03-06',
      closesAt: '18:00',
    });
    expect(await accept('2025-03-05T18:10', '--closes-at', '17:00')).toMatchObject({ acceptedOn: '2025-03-06' });
  });

  it('reads an instant in the zone of the provider', async () => {
    expect(await accept('2025-03-05T18:30:00Z')).toMatchObject({
      filedOn: '2025-03-05',
      filedAt: '23:30:00',
      acceptedOn: '2025-03-06',
    });
  });

  it('tells people the day first and then the way there', async () => {
    const { stdout } = await ops(['calendar', 'accept', '--at', '2025-03-05T18:31']);
    expect(stdout.split('\n')).toEqual([
      '2025-03-06',
      'Filed on Wednesday 5 March 2025 at 18:31:00, with working hours until 18:30.',
      'Not on Wednesday 5 March 2025: after working hours.',
      'So it counts as accepted on Thursday 6 March 2025 (R-16, paragraph 4).',
      '',
    ]);
  });

  it('names the year where there is no calendar, and never counts weekends only', async () => {
    const ended = await ops(['calendar', 'accept', '--at', '2028-03-07T10:00']);
    expect(ended).toEqual({
      code: 1,
      stdout: '',
      stderr:
        'calendar-year-missing: No working-day calendar is loaded for 2028; no term is computed from weekends alone.\n',
    });
    expect(await accept('2028-03-07T10:00')).toMatchObject({ code: 'calendar-year-missing', facts: { year: 2028 } });
  });

  it.each(['2025-02-30T10:00', '2025-03-07', 'yesterday', '2025-03-07T24:30'])('refuses %s as a moment', async (at) => {
    expect(await accept(at)).toMatchObject({ code: 'value-invalid' });
  });
});

describe('calendar due', () => {
  it('counts 15 working days over Nowruz and its moved days off', async () => {
    expect(await due('2025-03-07', 15, 'working')).toMatchObject({ nominal: '2025-04-03', due: '2025-04-03' });
  });

  it('rolls a calendar term that ends on a Sunday to Monday, and tells the nominal day', async () => {
    expect(await due('2025-03-07', 30, 'calendar')).toMatchObject({
      nominal: '2025-04-06',
      due: '2025-04-07',
      derivation: {
        from: '2025-03-07',
        rolledOver: [{ date: '2025-04-06', reason: { kind: 'weekend', name: 'Sunday' } }],
      },
    });
  });

  it('counts a Sunday that was made a working day', async () => {
    expect(await due('2025-01-04', 1, 'working')).toMatchObject({ due: '2025-01-05' });
  });

  it('lists every day with its number or the reason it was skipped', async () => {
    const answer = await due('2025-05-06', 2, 'working');
    expect(answer).toMatchObject({
      derivation: {
        days: [
          { date: '2025-05-07', counted: false, reason: { kind: 'holiday', name: 'Defender of the Fatherland Day' } },
          { date: '2025-05-08', counted: true, number: 1 },
          { date: '2025-05-09', counted: false, reason: { kind: 'holiday', name: 'Victory Day' } },
          { date: '2025-05-10', counted: false, reason: { kind: 'weekend', name: 'Saturday' } },
          { date: '2025-05-11', counted: false, reason: { kind: 'weekend', name: 'Sunday' } },
          { date: '2025-05-12', counted: true, number: 2 },
        ],
      },
    });
  });

  it.each([
    ['2025-03-07', -1, 'working'],
    ['2025-03-07', 1.5, 'working'],
    ['2025-03-07', 15, 'business'],
    ['2025-02-29', 15, 'working'],
    ['2028-01-05', 15, 'working'],
  ])('answers from %s, %d %s days with a named problem', async (from, term, unit) => {
    const { code, stdout } = await ops(['calendar', 'due', `--from=${from}`, `--term=${term}`, `--unit=${unit}`]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  });
});

describe('calendar --lines', () => {
  it('answers each line in its place, a bad one with its error', async () => {
    const input = [
      '{"at":"2025-03-07T18:31"}',
      'not json',
      '{"at":7}',
      '',
      '{"at":"2028-01-05T10:00"}',
      '{"at":"2025-01-05T10:00"}',
    ];
    const { code, stdout } = await ops(['calendar', 'accept', '--lines'], { input: input.join('\n') });
    expect(code).toBe(0);
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { acceptedOn: '2025-03-11' },
      { error: { code: 'line-unreadable', detail: expect.any(String) } },
      { error: { code: 'value-invalid', detail: expect.any(String) } },
      {
        error: { code: 'calendar-year-missing', detail: expect.any(String), facts: { year: 2028, date: '2028-01-05' } },
      },
      { acceptedOn: '2025-01-05' },
    ]);
  });

  it('streams twenty thousand terms', async () => {
    const lines = Array.from({ length: 20_000 }, (_, index) =>
      JSON.stringify({ from: '2025-03-07', term: index % 40, unit: 'working' }),
    );
    const { stdout } = await ops(['calendar', 'due', '--lines'], { input: `${lines.join('\n')}\n` });
    const answers = stdout.trim().split('\n');
    expect(answers).toHaveLength(20_000);
    expect(JSON.parse(answers[15] ?? '')).toEqual({ nominal: '2025-04-03', due: '2025-04-03' });
    expect(answers.at(-1)).toBe(answers[39]);
  });
});
