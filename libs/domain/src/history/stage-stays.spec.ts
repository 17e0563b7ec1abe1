import { describe, expect, it } from '@jest/globals';
import type { CaseCommand } from '../case/case.commands.js';
import { stageOf } from '../case/case.stage.js';
import {
  caseAfter,
  communalEntityPath,
  eventsOf,
  eventsTo,
  gratuitousPath,
  incompletePath,
  pathTo,
  portalPath,
  recordRightsInformation,
  refusalPath,
  samplePaths,
  withdrawApplication,
} from '../testing/index.js';
import { stageStaysOf } from './stage-stays.js';

const staysAfter = (commands: readonly CaseCommand[]): readonly string[] =>
  stageStaysOf(caseAfter(eventsOf(commands))).map(({ stage, from, until }) => `${stage} ${from} ${until}`);

describe('the stages that a case lay in', () => {
  it('follow one another from acceptance to payment on the communal route', () =>
    expect(staysAfter(portalPath)).toEqual([
      'DOCUMENTS 2025-03-03 2025-03-03',
      'DECISION 2025-03-03 2025-03-19',
      'AGREEMENT 2025-03-19 2025-03-20',
      'PAYMENT 2025-03-20 2025-04-10',
    ]));

  it('have a transfer on the entity routes, and no payment where the dwelling is free of charge (R-38)', () => {
    expect(staysAfter(communalEntityPath).map((stay) => stay.split(' ')[0])).toEqual([
      'DOCUMENTS',
      'DECISION',
      'TRANSFER',
      'AGREEMENT',
      'PAYMENT',
    ]);
    expect(staysAfter(gratuitousPath).map((stay) => stay.split(' ')[0])).toEqual([
      'DOCUMENTS',
      'DECISION',
      'AGREEMENT',
    ]);
  });

  it('end with the case: rejected or refused in the second stage, withdrawn in whichever it was', () => {
    const rejected = staysAfter(incompletePath);
    expect(rejected.at(-1)).toMatch(/^DECISION 2025-03-03 2025-/);
    expect(staysAfter(refusalPath).at(-1)).toMatch(/^DECISION .* 2025-/);
    const early = [
      ...pathTo('REGISTERED'),
      recordRightsInformation({ at: '2025-03-04T10:00:00+05:00', receivedOn: '2025-03-04' }),
    ];
    expect(staysAfter([...early, withdrawApplication()]).at(-1)).toMatch(/^DECISION 2025-03-03 2025-/);
  });

  it('are none before submission', () => expect(stageStaysOf(caseAfter([]))).toEqual([]));

  it.each(samplePaths.map((path, index) => [index, path] as const))(
    'are those that the case was said to be in, without a gap, all along path %i',
    (_, path) => {
      path.forEach((_command, index) => {
        const state = caseAfter(eventsOf(path.slice(0, index + 1)));
        const stays = stageStaysOf(state);
        const open = stays.filter(({ until }) => until === null);
        expect(open.map(({ stage }) => stage)).toEqual(state.outcome === null ? [stageOf(state)] : []);
        stays.slice(1).forEach(({ from }, before) => expect(from).toBe(stays[before]?.until));
      });
    },
  );

  it('are as the case stands at each status', () =>
    expect(stageStaysOf(caseAfter(eventsTo('DECISION_SIGNED'))).at(-1)).toMatchObject({
      stage: 'DECISION',
      until: null,
    }));
});
