import { describe, expect, it } from '@jest/globals';
import {
  caseAfter,
  eventsOf,
  outcomeOf,
  portalPath,
  republicanPath,
  sampleCommands,
  sampleEnteredAt,
  samplePaths,
} from '../testing/index.js';
import { actionsOf } from './actions.js';
import type { CaseEvent } from './case.events.js';
import { initialCase } from './case.state.js';
import type { Moment } from './step.js';

const now = { at: sampleEnteredAt, enteredAt: sampleEnteredAt, by: 'officer' };
const allowedAfter = (history: readonly CaseEvent[], moment: Moment): readonly string[] =>
  actionsOf(caseAfter(history), moment)
    .filter(({ allowed }) => allowed)
    .map(({ command }) => command);

describe('what may be done next with a case', () => {
  const histories = samplePaths.flatMap((path) => path.map((_, index) => eventsOf(path.slice(0, index + 1))));

  it.each(histories)('lists every command that the decider accepts at its moment: %#', (...history) => {
    const accepted = sampleCommands.filter((command) => outcomeOf(history, command).refusal === null);
    expect(accepted.filter((command) => !allowedAfter(history, command).includes(command.type))).toEqual([]);
  });

  it('has every command of a submitted case, each once', () => {
    const commands = actionsOf(initialCase, now).map(({ command }) => command);
    expect(commands.toSorted()).toEqual([...new Set(sampleCommands.map(({ type }) => type))].toSorted());
  });

  it('is nothing before there is an application', () =>
    expect(actionsOf(initialCase, now).map(({ refusal }) => refusal?.code)).toEqual(
      actionsOf(initialCase, now).map(() => 'not-submitted'),
    ));

  it('tells for what may not be done the rule in the way', () => {
    const actions = actionsOf(caseAfter(eventsOf(republicanPath.slice(0, 9))), now);
    expect(actions.find(({ command }) => command === 'GiveIndustryConsent')).toEqual({
      command: 'GiveIndustryConsent',
      allowed: true,
      refusal: null,
    });
    expect(actions.find(({ command }) => command === 'SignTransferDeed')).toEqual({
      command: 'SignTransferDeed',
      allowed: false,
      refusal: {
        code: 'state-property-not-decided',
        rule: 'R-54',
        paragraph: '9(3)',
        facts: { status: 'PETITION_SENT' },
      },
    });
  });

  it('of a closed case is its record and its results', () =>
    expect(allowedAfter(eventsOf(portalPath), now)).toEqual([
      'RecordPayment',
      'ReversePayment',
      'IssueResult',
      'RecordDutyMissed',
      'CorrectRecord',
      'ReopenCase',
    ]));
});
