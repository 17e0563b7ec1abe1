import { describe, expect, it } from '@jest/globals';
import { eventsTo, given, sampleIins, stateFamilyAct } from '../../testing/index.js';

describe('an act of family status that the application rests on (R-61, item 8)', () => {
  it('is kept with its day and its person; the state has whether the registers hold it', () => {
    const story = given(eventsTo('SUBMITTED')).when(stateFamilyAct());
    expect(story.events).toEqual([
      {
        type: 'FamilyActStated',
        data: {
          at: '2025-03-04T09:20:00+05:00',
          act: 'MARRIAGE',
          subjectIin: sampleIins.adult,
          person: 0,
          actOn: '2005-07-16',
        },
      },
    ]);
    expect(story.state.familyActs).toEqual([{ person: 0, act: 'MARRIAGE', obtainable: false }]);
  });

  it('is of a person of the case, and not of a later day than it is stated', () => {
    given(eventsTo('SUBMITTED'))
      .when(stateFamilyAct({ subjectIin: sampleIins.young }))
      .isRefused('not-a-person-of-the-case', { field: 'subjectIin' });
    given(eventsTo('SUBMITTED'))
      .when(stateFamilyAct({ actOn: '2025-03-05' }))
      .isRefused('family-act-later', { act: 'MARRIAGE' });
    given(eventsTo('SUBMITTED'))
      .when(stateFamilyAct({ actOn: '2025-03-04' }))
      .gives('FamilyActStated');
  });

  it('is stated until the commission decides', () => {
    given(eventsTo('COMMISSION_FORMED')).when(stateFamilyAct()).gives('FamilyActStated');
    given(eventsTo('DECIDED')).when(stateFamilyAct()).isRefused('already-decided', { status: 'DECIDED' });
  });
});
