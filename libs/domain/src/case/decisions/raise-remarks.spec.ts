import { describe, expect, it } from '@jest/globals';
import { eventsOf, eventsTo, given, pathTo, raiseRemarks } from '../../testing/index.js';

const remark = { documentType: null, text: 'Two answers contradict each other' };

describe('remarks to the documents (R-75, para 10; A1)', () => {
  it("are raised by the provider's executor, who may not sign the decision then", () => {
    const story = given(eventsTo('EXAMINED')).when(raiseRemarks({ at: '2025-03-07T20:00:00Z', remarks: [remark] }));
    expect(story.events).toEqual([
      {
        type: 'RemarksRaised',
        data: { at: '2025-03-07T20:00:00Z', remarks: [remark], raisedOn: '2025-03-08', raisedBy: 'executor' },
      },
    ]);
    expect(story.state.examiners).toContain('executor');
    expect(story.state.dates.RemarksRaised).toBe('2025-03-08');
  });

  it('say what is wrong', () => {
    given(eventsTo('EXAMINED'))
      .when(raiseRemarks({ remarks: [] }))
      .isRefused('remarks-missing');
    given(eventsTo('EXAMINED'))
      .when(raiseRemarks({ remarks: [remark, { documentType: 'D3', text: ' ' }] }))
      .isRefused('remarks-missing');
  });

  it('are raised from the registration until the commission decides', () => {
    given(eventsTo('SUBMITTED')).when(raiseRemarks()).isRefused('not-registered', { status: 'SUBMITTED' });
    given(eventsTo('REGISTERED')).when(raiseRemarks()).gives('RemarksRaised');
    given(eventsTo('COMMISSION_FORMED')).when(raiseRemarks()).gives('RemarksRaised');
    given(eventsTo('DECIDED')).when(raiseRemarks()).isRefused('already-decided', { status: 'DECIDED' });
  });

  it('may be raised again, and have been raised since the first', () => {
    const again = eventsOf([...pathTo('EXAMINED'), raiseRemarks(), raiseRemarks({ at: '2025-03-11T09:00:00+05:00' })]);
    expect(given(again).when(raiseRemarks()).state.dates.RemarksRaised).toBe('2025-03-07');
  });

  it('may be entered after the step that followed them', () =>
    given(eventsTo('COMMISSION_FORMED'))
      .when(raiseRemarks({ at: '2025-03-05T10:00:00+05:00' }))
      .gives('RemarksRaised'));
});
