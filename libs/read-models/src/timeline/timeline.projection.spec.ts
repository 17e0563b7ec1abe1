import { describe, expect, it } from '@jest/globals';
import {
  addDocument,
  correctRecord,
  eventsOf,
  gratuitousPath,
  instalmentsPath,
  issueResult,
  portalPath,
  recordDutyMissed,
  recordStateData,
  setDocumentAside,
  stateFamilyAct,
  refusalPath,
  republicanPath,
  sampleIins,
  samplePaths,
  withdrawApplication,
} from '../../../domain/src/testing/index.js';
import { refold } from '../engine/refold.js';
import { paidCase, rejectedCase } from '../testing/case-history.js';
import { recorder } from '../testing/recorded.js';
import { inPlainWords } from './plain-words.js';
import { timeline, type TimelineDocument } from './timeline.projection.js';

const entriesOf = (events: ReturnType<typeof paidCase>): TimelineDocument['entries'] => {
  const [document] = refold(timeline, recorder()('case-c1', events)).documents;
  // The collection holds what the projection folds.
  return (document as unknown as TimelineDocument).entries;
};

describe('the timeline', () => {
  it('tells who did what, when it happened and when it was recorded', () => {
    const [recorded] = recorder()('case-c1', paidCase('c1'));
    expect(entriesOf(paidCase('c1'))[0]).toEqual({
      eventId: 'case-c1@0',
      revision: 0,
      position: recorded?.position,
      type: 'ApplicationSubmitted',
      what: 'Application submitted through the State Corporation; accepted on 2024-03-04, the decision is due by 2024-04-03',
      actor: 'a.official',
      onBehalfOf: null,
      office: 'almaty-bostandyk',
      recordedAt: recorded?.metadata.recordedAt,
      effectiveAt: '2024-03-04T10:00:00+05:00',
    });
  });

  it('says each thing in plain words, the amounts in tenge', () => {
    expect(entriesOf(paidCase('c1')).map(({ what }) => what)).toEqual([
      'Application submitted through the State Corporation; accepted on 2024-03-04, the decision is due by 2024-04-03',
      'Receipt RC-1 issued to the applicant',
      'Documents delivered to the provider (delivery DL-1) on 2024-03-05',
      'Application registered as ЖК-2024/15 on 2024-03-05',
      'The documents are complete',
      'Compliance reviewed: 1 finding for the commission',
      'Housing commission of the local executive body formed, 2 members',
      'The commission decided on 2024-03-18 to privatize the dwelling',
      'Decision D-7 signed by the provider on 2024-03-19',
      'Information on registered rights received on 2024-03-19: no encumbrance',
      'Agreement A-9 offered on 2024-03-20 for 1250000.00 tenge',
      'Agreement signed by the provider on 2024-03-20',
      'Agreement signed by the recipient on 2024-03-26; it is concluded',
      'Payment of 250000.00 tenge received on 2024-04-01; as known then, 1000000.00 tenge was outstanding',
      'Payment of 1000000.00 tenge received on 2024-04-10; as known then, nothing was outstanding',
      'Case closed: paid in full',
    ]);
    expect(entriesOf(rejectedCase('c2')).map(({ what }) => what)).toEqual([
      'Application submitted through the portal; accepted on 2024-03-04, the decision is due by 2024-04-03',
      'Application registered as ЖК-2024/16 on 2024-03-04',
      'Application rejected on 2024-03-06: 1 defect in the documents',
      'Case closed: application rejected',
    ]);
  });

  const told = (path: Parameters<typeof eventsOf>[0]): readonly string[] =>
    entriesOf(eventsOf(path)).map(({ what }) => what);

  it('says so of a refusal, from the remarks to the end', () => {
    expect(told(refusalPath).slice(5)).toEqual([
      '1 remark on the documents raised on 2025-03-07',
      'Housing commission of the local executive body formed, 3 members',
      'Preliminary refusal notified on 2025-03-12; objections until 2025-03-14, no act before 2025-03-17',
      'Hearing scheduled for 2025-03-14T11:00:00+05:00',
      'Objection to the preliminary refusal received on 2025-03-13',
      'Hearing held on 2025-03-14',
      'The commission decided on 2025-03-18 to refuse, with reasons',
      'Decision DEC-1 signed by the provider on 2025-03-19',
      'Case closed: refused, with reasons',
    ]);
  });

  it('says so of a transfer by way of the body for state property', () => {
    expect(told(republicanPath).slice(8, 16)).toEqual([
      'Petition PET-1 of the akim sent to the state property body on 2025-03-20',
      'Consent CON-1 of the body of the industry given on 2025-03-20',
      'Decision SPD-1 on the transfer made by the state property body on 2025-03-20',
      'Transfer deed signed by the transferring side on 2025-03-26',
      'Transfer deed signed by the receiving side on 2025-03-26; both sides have signed',
      'Transfer deed approved for the transferring side on 2025-03-27',
      'Transfer deed approved for the receiving side on 2025-03-28; it is approved',
      'Title of communal ownership registered as TITLE-1 on 2025-03-31',
    ]);
  });

  it('says so of what is added, answered, missed, corrected, issued and withdrawn', () => {
    const asides = [
      addDocument(),
      setDocumentAside(),
      stateFamilyAct(),
      stateFamilyAct({ actOn: null }),
      recordStateData(),
      recordDutyMissed(),
      correctRecord(),
      withdrawApplication(),
    ];
    expect(told([...portalPath.slice(0, 3), ...asides]).slice(1)).toEqual([
      'State registers asked about the family: 6 found, 10 nothing found',
      'Application registered as REG-1 on 2025-03-03',
      'Document D8 added to the case',
      'Document D8 set aside on 2025-03-04: it cannot be read',
      'The application rests on a marriage',
      'The application rests no longer on a marriage',
      'State register of social status asked: found',
      'Duty under R-27 (paragraph 6(1)) missed: it was due on 2025-04-02',
      'Record corrected: registeredOn of "application registered" is 2025-03-04, not 2025-03-03',
      'Application withdrawn on 2025-03-25 (outside the Order)',
      'Case closed: application withdrawn',
    ]);
    expect(told([...portalPath.slice(0, 8), issueResult()]).at(-1)).toBe(
      'Decision issued to the recipient on 2025-03-19',
    );
  });

  it('says so of instalments, and of a dwelling free of charge', () => {
    expect(told(instalmentsPath)[9]).toBe('Agreement AGR-1 offered on 2025-03-20 for 1250000.00 tenge, in 5 payments');
    expect(told(gratuitousPath).slice(9)).toEqual([
      'Agreement AGR-1 offered on 2025-03-20 free of charge',
      'Agreement signed by the recipient on 2025-03-20',
      'Agreement signed by the provider on 2025-03-20; it is concluded',
      'Case closed: agreement concluded, free of charge',
    ]);
  });

  it('names nobody by name or IIN, nor says what they wrote', () => {
    const events = [...samplePaths.flatMap((path) => eventsOf(path)), ...paidCase('c1')];
    const words = events.map((event) => inPlainWords(event)).join('\n');
    const people = ['Ахметов', '791005350297', 'Sadykov', sampleIins.adult, sampleIins.old, 'Abay avenue'];
    const written = [
      'The right of redemption was granted',
      'let without the right',
      'of another dwelling',
      'large family',
    ];
    expect([...people, ...written].filter((secret) => words.includes(secret))).toEqual([]);
  });
});
