import { describe, expect, it } from '@jest/globals';
import {
  correctRecord,
  eventsOf,
  eventsTo,
  given,
  recordDutyMissed,
  sampleEnteredAt,
  makeStatePropertyDecision,
  republicanPath,
} from '../../testing/index.js';

const decidedNot = eventsTo('COMMISSION_FORMED');

describe('a missed duty', () => {
  it('is recorded once its day is over', () => {
    const story = given(decidedNot).when(recordDutyMissed());
    expect(story.events).toEqual([
      {
        type: 'DutyMissed',
        data: {
          at: '2025-04-03T00:00:00+05:00',
          rule: 'R-27',
          instance: null,
          paragraph: '6(1)',
          debtor: 'PROVIDER',
          due: '2025-04-02',
          dueAt: '2025-04-02T18:59:59.999Z',
        },
      },
    ]);
    expect(story.state.missed).toEqual([{ rule: 'R-27', instance: null, due: '2025-04-02' }]);
  });

  it('is not one while its day lasts', () =>
    given(decidedNot)
      .when(recordDutyMissed({ at: '2025-04-02T23:59:59.999+05:00' }))
      .gives());

  it('is recorded once, however often it is asked', () => {
    const history = [...decidedNot, ...given(decidedNot).when(recordDutyMissed()).events];
    given(history).when(recordDutyMissed()).gives();
    given(history)
      .when(recordDutyMissed({ at: sampleEnteredAt }))
      .gives();
  });

  it('is recorded of each rule, also where two were due on the same day', () => {
    const at = '2025-04-04T10:00:00+05:00';
    // The second fifteen days end with the thirty.
    const agreed = republicanPath.slice(
      0,
      republicanPath.findIndex(({ type }) => type === 'MakeStatePropertyDecision'),
    );
    const decided = eventsOf([...agreed, makeStatePropertyDecision({ at })]);
    const first = given(decided).when(recordDutyMissed({ rule: 'R-31', at: sampleEnteredAt })).events;
    const both = given([...decided, ...first]).when(recordDutyMissed({ rule: 'R-32a', at: sampleEnteredAt }));
    expect(both.state.missed).toEqual([
      { rule: 'R-31', instance: null, due: '2025-04-17' },
      { rule: 'R-32a', instance: null, due: '2025-04-17' },
    ]);
  });

  it('is recorded anew where a correction gave it another day, which passed as well', () => {
    const missed = [...decidedNot, ...given(decidedNot).when(recordDutyMissed()).events];
    const corrected = given(missed).when(correctRecord({ date: { fact: 'ApplicationSubmitted', is: '2025-03-04' } }));
    const story = given([...missed, ...corrected.events]).when(recordDutyMissed({ at: sampleEnteredAt }));
    expect(story.events[0]?.data).toMatchObject({ rule: 'R-27', instance: null, due: '2025-04-03' });
  });

  it.each([
    ['a duty that was kept', 'R-15', decidedNot],
    ['a power, which nobody owes', 'R-33', eventsTo('REGISTERED')],
    ['a duty that has not begun', 'R-36', decidedNot],
    ['a rule without a term', 'R-99', decidedNot],
    ['a duty of a case that ended with it', 'R-27', eventsTo('PAID')],
  ])('is not %s, and nothing is refused', (_, rule, history) =>
    given(history)
      .when(recordDutyMissed({ rule, at: sampleEnteredAt }))
      .gives(),
  );
});
