import { describe, expect, it } from '@jest/globals';
import type { Route } from '@app/domain';
import type { Role } from '@app/platform';
import { Looking, type Asked } from './looking.js';
import { withoutNumbers } from './without-numbers.js';

const persons = { applicants: ['010115100004'], relatives: ['851231100303'] };
const seenBy = (role: Role, route: Route, asked: Asked = null, purpose: string | null = null) => {
  const looking = new Looking(role, asked, purpose);
  const sees = looking.at({ caseId: 'case', route, persons });
  return { home: sees('HOME'), relatives: sees('RELATIVES'), text: sees('FREE_TEXT'), noted: looking.subjects };
};

const nothing = { home: false, relatives: false, text: false, noted: [] };

describe('a look at a case', () => {
  it.each(['property-officer', 'communal-property-officer'] as const)(
    'of %s goes as far as a transfer needs: the applicant and the dwelling, on these routes',
    (role) => {
      const needed = { ...nothing, home: true, noted: persons.applicants };
      expect(seenBy(role, 'REPUBLICAN_ENTITY')).toEqual(needed);
      expect(seenBy(role, 'COMMUNAL_ENTITY')).toEqual(needed);
      expect(seenBy(role, 'COMMUNAL')).toEqual(nothing);
    },
  );

  it('of a caseworker is in clear and notes everybody in it, unless it is asked for masked', () => {
    const everything = { home: true, relatives: true, text: true, noted: ['010115100004', '851231100303'] };
    expect(seenBy('caseworker', 'COMMUNAL')).toEqual(everything);
    expect(seenBy('caseworker', 'COMMUNAL', 'MASKED')).toEqual(nothing);
  });

  it('of an auditor is in clear for a purpose alone', () => {
    expect(seenBy('auditor', 'COMMUNAL')).toEqual(nothing);
    expect(seenBy('auditor', 'COMMUNAL', 'CLEAR')).toEqual(nothing);
    expect(seenBy('auditor', 'COMMUNAL', 'CLEAR', 'complaint 17').text).toBe(true);
  });
});

describe('an answer', () => {
  const answer = { actor: '010115100004', text: 'about 010115100004', iin: '010115100004', revision: 3 };

  it('names nobody who acted by number', () =>
    expect(withoutNumbers(answer, true)).toEqual({ ...answer, actor: '0101****0004' }));

  it('holds no number in any text where nothing is shown in clear', () =>
    expect(withoutNumbers(answer, false)).toEqual({
      actor: '0101****0004',
      text: 'about 0101****0004',
      iin: '0101****0004',
      revision: 3,
    }));
});
