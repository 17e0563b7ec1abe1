import { caseEventTold } from '@app/domain';
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
      what: {
        en: 'Application submitted through the State Corporation; accepted on 4 March 2024, the decision is due by 3 April 2024',
        ru: 'Подано заявление через Государственную корпорацию; день приема — 4 марта 2024 года, последний день для принятия решения — 3 апреля 2024 года',
        kk: 'Өтініш Мемлекеттік корпорация арқылы берілді; қабылданған күні — 2024 жылғы 4 наурыз, шешім қабылдаудың соңғы күні — 2024 жылғы 3 сәуір',
      },
      actor: 'a.official',
      onBehalfOf: null,
      office: 'almaty-bostandyk',
      recordedAt: recorded?.metadata.recordedAt,
      effectiveAt: '2024-03-04T10:00:00+05:00',
    });
  });

  it('says each thing in plain words, the amounts in tenge', () => {
    expect(entriesOf(paidCase('c1')).map(({ what }) => what.en)).toEqual([
      'Application submitted through the State Corporation; accepted on 4 March 2024, the decision is due by 3 April 2024',
      'Receipt RC-1 issued to the applicant',
      'Documents delivered to the provider (delivery DL-1) on 5 March 2024',
      'Application registered as ЖК-2024/15 on 5 March 2024',
      'The documents are complete',
      'Compliance reviewed: 1 finding for the commission',
      'Housing commission of the local executive body formed, 2 members',
      'The commission decided on 18 March 2024 to privatize the dwelling',
      'Decision D-7 signed by the provider on 19 March 2024',
      'Information on registered rights received on 19 March 2024: no encumbrance',
      'Agreement A-9 offered on 20 March 2024 for 1250000.00 tenge',
      'Agreement signed by the provider on 20 March 2024',
      'Agreement signed by the recipient on 26 March 2024; it is concluded',
      'Payment of 250000.00 tenge received on 1 April 2024; as known then, 1000000.00 tenge was outstanding',
      'Payment of 1000000.00 tenge received on 10 April 2024; as known then, nothing was outstanding',
      'Case closed: paid in full',
    ]);
    expect(entriesOf(rejectedCase('c2')).map(({ what }) => what.en)).toEqual([
      'Application submitted through the portal; accepted on 4 March 2024, the decision is due by 3 April 2024',
      'Application registered as ЖК-2024/16 on 4 March 2024',
      'Application rejected on 6 March 2024: 1 defect in the documents',
      'Case closed: application rejected',
    ]);
  });

  const told = (path: Parameters<typeof eventsOf>[0]): readonly string[] =>
    entriesOf(eventsOf(path)).map(({ what }) => what.en);

  it('says so of a refusal, from the remarks to the end', () => {
    expect(told(refusalPath).slice(5)).toEqual([
      '1 remark on the documents raised on 7 March 2025',
      'Housing commission of the local executive body formed, 3 members',
      'Preliminary refusal notified on 12 March 2025; objections until 14 March 2025, no act before 17 March 2025',
      'Hearing scheduled for 14 March 2025, 11:00 (UTC+05:00)',
      'Objection to the preliminary refusal received on 13 March 2025',
      'Hearing held on 14 March 2025',
      'The commission decided on 18 March 2025 to refuse, with reasons',
      'Decision DEC-1 signed by the provider on 19 March 2025',
      'Case closed: refused, with reasons',
    ]);
  });

  it('says so of a transfer by way of the body for state property', () => {
    expect(told(republicanPath).slice(8, 16)).toEqual([
      'Petition PET-1 of the akim sent to the state property body on 20 March 2025',
      'Consent CON-1 of the body of the industry given on 20 March 2025',
      'Decision SPD-1 on the transfer made by the state property body on 20 March 2025',
      'Transfer deed signed by the transferring side on 26 March 2025',
      'Transfer deed signed by the receiving side on 26 March 2025; both sides have signed',
      'Transfer deed approved for the transferring side on 27 March 2025',
      'Transfer deed approved for the receiving side on 28 March 2025; it is approved',
      'Title of communal ownership registered as TITLE-1 on 31 March 2025',
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
      'Application registered as REG-1 on 3 March 2025',
      'Document added to the case: proof of no debt under the rental agreement',
      'Document set aside on 4 March 2025: proof of no debt under the rental agreement; it cannot be read',
      'The application rests on an act of civil status: marriage',
      'The application rests no longer on an act of civil status: marriage',
      'State register asked (social vulnerability): found',
      'Duty under R-27 (paragraph 6(1)) missed: it was due on 2 April 2025',
      'Record corrected: the day of registration of "application registered" is 4 March 2025, not 3 March 2025',
      'Application withdrawn on 25 March 2025 (outside the Order)',
      'Case closed: application withdrawn',
    ]);
    expect(told([...portalPath.slice(0, 8), issueResult()]).at(-1)).toBe(
      'Decision issued to the recipient on 19 March 2025',
    );
  });

  it('says so of instalments, and of a dwelling free of charge', () => {
    expect(told(instalmentsPath)[9]).toBe(
      'Agreement AGR-1 offered on 20 March 2025 for 1250000.00 tenge, in 5 payments',
    );
    expect(told(gratuitousPath).slice(9)).toEqual([
      'Agreement AGR-1 offered on 20 March 2025 free of charge',
      'Agreement signed by the recipient on 20 March 2025',
      'Agreement signed by the provider on 20 March 2025; it is concluded',
      'Case closed: agreement concluded, free of charge',
    ]);
  });

  it('names nobody by name or IIN, nor says what they wrote', () => {
    const events = [...samplePaths.flatMap((path) => eventsOf(path)), ...paidCase('c1')];
    const words = events.flatMap((event) => Object.values(caseEventTold(event))).join('\n');
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
