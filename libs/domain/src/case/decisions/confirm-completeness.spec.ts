import { describe, expect, it } from '@jest/globals';
import {
  addDocument,
  confirmCompleteness,
  eventsOf,
  eventsTo,
  given,
  registerApplication,
  registeredAs,
  sampleDocument,
  sampleDocuments,
  sampleIins,
  sampleMember,
  submitApplication,
} from '../../testing/index.js';

type Filing = Parameters<typeof submitApplication>[0];

const registered = (filing: Filing) => eventsOf(registeredAs(filing));
const added6 = (expiresOn: string) => addDocument({ document: sampleDocument({ type: 'D6', expiresOn }) });
const expectDefects = (filing: Filing, ...defects: string[]) =>
  given(registered(filing)).when(confirmCompleteness()).isRefused('package-incomplete', { defects });

describe('completeness (R-41, para 9)', () => {
  it('is confirmed where everything that is due is there', () =>
    expect(given(eventsTo('REGISTERED')).when(confirmCompleteness({ note: 'all seen' })).events).toEqual([
      {
        type: 'CompletenessConfirmed',
        data: { at: '2025-03-04T10:00:00+05:00', note: 'all seen', confirmedOn: '2025-03-04', confirmedBy: 'examiner' },
      },
    ]));

  it('needs the signature of every adult member of the family (R-60)', () => {
    expectDefects({ familyMembers: [sampleMember({ consent: null })] }, 'UNSIGNED D1 (R-60)');
    expectDefects({ familyMembers: [sampleMember({ iin: sampleIins.young, consent: null })] }, 'UNSIGNED D1 (R-60)');
  });

  it('does not need the signature of a child', () => {
    const moment = '2024-12-10T12:00:00+05:00';
    given(registered({ at: moment, familyMembers: [sampleMember({ iin: sampleIins.young, consent: null })] }))
      .when(confirmCompleteness())
      .gives('CompletenessConfirmed');
  });

  it('needs the tenancy agreement or housing order (R-62)', () => {
    expectDefects({ documents: [sampleDocument({ type: 'D8' })] }, 'MISSING D3 (R-62)');
  });

  it('needs the proof of no debt (R-67)', () => {
    expectDefects({ documents: [sampleDocument({ type: 'D3' })] }, 'MISSING D8 (R-67)');
  });

  it.each([
    ['an occupation', 'OCCUPATION', 'D6', 'R-65'],
    ['the status of a cosmonaut', 'COSMONAUT', 'D7', 'R-66'],
  ] as const)('needs the proof of %s where it is claimed', (_, claim, type, rule) => {
    expectDefects({ claims: [claim] }, `MISSING ${type} (${rule})`);
    given(registered({ claims: [claim], documents: [...sampleDocuments, sampleDocument({ type })] }))
      .when(confirmCompleteness())
      .gives('CompletenessConfirmed');
  });

  it('needs the proof of a free category on Appendix 1 (R-68, A11)', () => {
    const free = { form: 'GRATUITOUS', payment: { mode: 'NONE' }, freeCategory: 'veteran' } as const;
    expectDefects(free, 'MISSING D9 (R-68)');
    given(registered({ ...free, documents: [...sampleDocuments, sampleDocument({ type: 'D9' })] }))
      .when(confirmCompleteness())
      .gives('CompletenessConfirmed');
  });

  it('bears no document that had expired before the day of acceptance (R-71)', () => {
    const withExpiry = (expiresOn: string) => ({
      documents: [...sampleDocuments, sampleDocument({ type: 'D2' as const, expiresOn })],
    });
    expectDefects(withExpiry('2025-03-02'), 'EXPIRED D2 (R-71)');
    given(registered(withExpiry('2025-03-03')))
      .when(confirmCompleteness())
      .gives('CompletenessConfirmed');
  });

  it('counts a document that expired between filing and acceptance as expired', () => {
    const at = '2025-03-07T19:00:00+05:00';
    const history = eventsOf([
      submitApplication({
        at,
        documents: [...sampleDocuments, sampleDocument({ type: 'D2', expiresOn: '2025-03-10' })],
      }),
      registerApplication({ at: '2025-03-11T10:00:00+05:00' }),
    ]);
    given(history)
      .when(confirmCompleteness({ at: '2025-03-11T11:00:00+05:00' }))
      .isRefused('package-incomplete', { defects: ['EXPIRED D2 (R-71)'] });
  });

  it('lets a document that is good take the place of one that had expired, one for one', () => {
    const history = registered({
      documents: [
        ...sampleDocuments,
        sampleDocument({ type: 'D6', expiresOn: '2025-03-02' }),
        sampleDocument({ type: 'D6', expiresOn: '2025-03-01' }),
      ],
    });
    const added = (documents: readonly string[]) =>
      given(documents.reduce((log, expiresOn) => [...log, ...given(log).when(added6(expiresOn)).events], history));
    const expired = { defects: ['EXPIRED D6 (R-71)'] };
    added(['2025-03-02', '2025-03-02']).when(confirmCompleteness()).isRefused('package-incomplete', expired);
    added(['2026-01-01']).when(confirmCompleteness()).isRefused('package-incomplete', expired);
    added(['2026-01-01', '2025-03-03']).when(confirmCompleteness()).gives('CompletenessConfirmed');
  });

  it('is refused with every defect at once, in a sentence', () => {
    const story = given(
      registered({ documents: [], claims: ['OCCUPATION'], familyMembers: [sampleMember({ consent: null })] }),
    ).when(confirmCompleteness());
    expect(story.refusal?.message).toBe(
      'The package is incomplete or holds expired documents: unsigned application (R-60), missing tenancy agreement or housing order (R-62), missing proof of no debt under the rental agreement (R-67), missing certificate of work or service (R-65).',
    );
  });

  it('is examined after registration (R-15)', () =>
    given(eventsTo('SUBMITTED')).when(confirmCompleteness()).isRefused('not-registered', { status: 'SUBMITTED' }));

  it('is confirmed once', () =>
    given(eventsTo('COMPLETE')).when(confirmCompleteness()).isRefused('completeness-already-confirmed'));
});
