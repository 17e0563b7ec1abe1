import { describe, expect, it } from '@jest/globals';
import { dutiesOf } from '../../duties/duties.js';
import { correctRecord, eventsTo, given, sampleEnteredAt, sampleIins } from '../../testing/index.js';

const registered = eventsTo('REGISTERED');

describe('a correction of the record', () => {
  it('keeps what was written, what is right and why, and sets the legal day right', () => {
    const story = given(registered).when(correctRecord({ by: 'officer' }));
    expect(story.events).toEqual([
      {
        type: 'CorrectionRecorded',
        data: {
          at: '2025-04-11T10:00:00+05:00',
          subject: 'The day of registration',
          was: '2025-03-03',
          is: '2025-03-04',
          reason: 'The journal of the office says otherwise',
          values: [
            {
              revision: 2,
              event: 'ApplicationRegistered',
              field: 'registeredOn',
              was: '2025-03-03',
              is: '2025-03-04',
            },
            {
              revision: 2,
              event: 'ApplicationRegistered',
              field: 'at',
              was: '2025-03-03T16:00:00+05:00',
              is: '2025-03-04T11:00:00.000Z',
            },
          ],
          applicantIin: sampleIins.adult,
          date: { fact: 'ApplicationRegistered', was: '2025-03-03', is: '2025-03-04' },
          correctedBy: 'officer',
        },
      },
    ]);
    expect(story.state.corrections).toEqual([
      {
        fact: 'ApplicationRegistered',
        was: '2025-03-03',
        is: '2025-03-04',
        reason: null,
      },
    ]);
    expect(story.state.status).toBe('REGISTERED');
  });

  it('has duties counted from the right day', () => {
    const rejectionDue = (state: Parameters<typeof dutiesOf>[0]) =>
      dutiesOf(state).find(({ rule }) => rule === 'R-33')?.due;
    const story = given(registered).when(correctRecord());
    expect(rejectionDue(given(registered).when(correctRecord({ date: null })).state)).toBe('2025-03-05');
    expect(rejectionDue(story.state)).toBe('2025-03-06');
  });

  it('of words alone moves no day', () => {
    const story = given(registered).when(
      correctRecord({ subject: 'Address', was: 'Abay avenue 10', is: 'Abay avenue 12', date: null }),
    );
    expect(story.events[0]?.data).toMatchObject({ was: 'Abay avenue 10', is: 'Abay avenue 12', date: null });
    expect(story.state.corrections).toEqual([]);
  });

  it.each(['', '  '])('has a reason, not %p', (reason) =>
    given(registered).when(correctRecord({ reason })).isRefused('correction-without-reason', {}),
  );

  it('is of a fact that is recorded', () =>
    given(registered)
      .when(correctRecord({ date: { fact: 'DecisionSigned', is: '2025-03-04' } }))
      .isRefused('nothing-to-correct', { fact: 'DecisionSigned' }));

  it('changes something', () => {
    given(registered)
      .when(correctRecord({ date: { fact: 'ApplicationRegistered', is: '2025-03-03' } }))
      .isRefused('correction-changes-nothing', { fact: 'ApplicationRegistered', was: '2025-03-03' });
    given(registered)
      .when(correctRecord({ was: 'same', is: 'same', date: null }))
      .isRefused('correction-changes-nothing', { field: 'is' });
  });

  it('is not to a day after its entry, in the zone of the office', () => {
    const enteredAt = '2025-04-11T20:00:00Z';
    const to = (is: string) => correctRecord({ enteredAt, date: { fact: 'ApplicationRegistered', is } });
    given(registered).when(to('2025-04-13')).isRefused('corrected-day-in-future', {
      fact: 'ApplicationRegistered',
      is: '2025-04-13',
      enteredOn: '2025-04-12',
    });
    given(registered).when(to('2025-04-12')).gives('CorrectionRecorded');
  });

  it('is made on a closed case too', () => {
    const story = given(eventsTo('PAID')).when(correctRecord({ at: sampleEnteredAt }));
    story.gives('CorrectionRecorded');
    expect(story.state.status).toBe('PAID');
  });
});
