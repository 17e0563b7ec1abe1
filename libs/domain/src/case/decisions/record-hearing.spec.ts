import { describe, expect, it } from '@jest/globals';
import {
  decideCommission,
  eventsOf,
  eventsTo,
  formCommission,
  given,
  notifyPreliminaryRefusal,
  pathTo,
  raiseRemarks,
  recordHearing,
  refusalPath,
  sampleMinutes,
} from '../../testing/index.js';
import type { HearingMinutes } from '../case.types.js';

const notified = eventsOf([...pathTo('EXAMINED'), raiseRemarks(), notifyPreliminaryRefusal()]);
const withMinutes = (minutes: Partial<HearingMinutes>) => recordHearing({ minutes: sampleMinutes(minutes) });

describe('the hearing (R-79, para 10)', () => {
  it('is kept with its minutes (APPC 74)', () => {
    const story = given(notified).when(recordHearing());
    expect(story.events).toEqual([
      {
        type: 'HearingHeld',
        data: {
          at: '2025-03-14T11:00:00+05:00',
          appeared: true,
          heldOn: '2025-03-14',
          minutes: sampleMinutes(),
          note: null,
        },
      },
    ]);
    expect(story.state.dates.HearingHeld).toBe('2025-03-14');
  });

  it('needs minutes where the recipient appeared', () =>
    given(notified)
      .when(recordHearing({ minutes: null }))
      .isRefused('minutes-missing'));

  it('is recorded with a note where the recipient did not appear (A3)', () => {
    given(notified)
      .when(recordHearing({ appeared: false, minutes: null, note: 'waited until 11:30' }))
      .gives('HearingHeld');
    given(notified)
      .when(recordHearing({ appeared: false, minutes: null, note: ' ' }))
      .isRefused('non-appearance-not-recorded');
  });

  it.each([
    ['place', { place: '' }],
    ['body', { body: ' ' }],
    ['official', { official: '' }],
    ['secretary', { secretary: '' }],
    ['participants', { participants: [] }],
    ['participants', { participants: [' '] }],
    ['question', { question: '' }],
    ['explanations', { explanations: '' }],
    ['signedByChair', { signedByChair: false }],
    ['signedBySecretary', { signedBySecretary: false }],
  ] as const)('has minutes that do not lack: %s (APPC 74)', (field, minutes) =>
    given(notified)
      .when(withMinutes(minutes))
      .isRefused('minutes-incomplete', { missing: [field] }),
  );

  it('tells everything that the minutes lack at once, also of a recipient who did not appear', () =>
    given(notified)
      .when(
        recordHearing({ appeared: false, note: 'n', minutes: sampleMinutes({ place: '', signedBySecretary: false }) }),
      )
      .isRefused('minutes-incomplete', { missing: ['place', 'signedBySecretary'] }));

  it.each([
    ['started before its time', { startedAt: '2025-03-14T10:59:59+05:00' }],
    ['ended before it started', { endedAt: '2025-03-14T10:59:59+05:00' }],
    ['ended after its entry', { endedAt: '2025-12-01T12:00:01+05:00' }],
    ['was of another day', { startedAt: '2025-03-15T11:00:00+05:00', endedAt: '2025-03-15T12:00:00+05:00' }],
  ] as const)('has no minutes by which it %s', (_, minutes) =>
    given(notified)
      .when(withMinutes(minutes))
      .isRefused('minutes-times-wrong', {
        startedAt: '2025-03-14T11:00:00+05:00',
        endedAt: '2025-03-14T11:40:00+05:00',
        ...minutes,
        scheduledFor: '2025-03-14T11:00:00+05:00',
      }),
  );

  it('is not held before the time of which the recipient was notified (R-76)', () => {
    given(notified)
      .when(recordHearing({ at: '2025-03-14T10:59:59+05:00' }))
      .isRefused('hearing-before-its-time', {
        scheduledFor: '2025-03-14T11:00:00+05:00',
        heldAt: '2025-03-14T10:59:59+05:00',
      });
    given(notified)
      .when(recordHearing({ at: '2025-03-14T11:30:00+05:00' }))
      .gives('HearingHeld');
  });

  it('is held once, of a notice, and before the decision', () => {
    given(eventsTo('EXAMINED')).when(recordHearing()).isRefused('preliminary-refusal-missing');
    const held = [...notified, ...given(notified).when(recordHearing()).events];
    given(held).when(recordHearing()).isRefused('hearing-already-held', { heldOn: '2025-03-14' });
    given(eventsTo('DECIDED', refusalPath)).when(recordHearing()).isRefused('already-decided', { status: 'DECIDED' });
  });

  it('may be entered after the commission was formed', () => {
    const formed = eventsOf([
      ...pathTo('EXAMINED'),
      raiseRemarks(),
      notifyPreliminaryRefusal(),
      formCommission({ at: '2025-03-17T10:00:00+05:00' }),
    ]);
    given(formed).when(recordHearing()).gives('HearingHeld');
    given(formed).when(decideCommission()).gives('CommissionDecided');
  });
});
