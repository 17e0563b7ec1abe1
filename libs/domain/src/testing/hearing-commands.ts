import type { CaseCommand } from '../case/case.commands.js';
import * as commands from './case-commands.js';
import { sampleDocument, sampleIins, sampleMinutes } from './samples.js';

const { act } = commands;
type CommandOf<T extends CaseCommand['type']> = commands.CommandOf<T>;

export const addDocument = (overrides: Partial<CommandOf<'AddDocument'>> = {}): CommandOf<'AddDocument'> => ({
  ...act('2025-03-04T09:00:00+05:00', 'front-desk'),
  type: 'AddDocument',
  document: sampleDocument({ type: 'D8', number: '20' }),
  subjectIin: sampleIins.adult,
  ...overrides,
});

export const recordStateData = (
  overrides: Partial<CommandOf<'RecordStateData'>> = {},
): CommandOf<'RecordStateData'> => ({
  ...act('2025-03-04T09:30:00+05:00'),
  type: 'RecordStateData',
  register: 'SOCIAL_STATUS',
  subjectIin: sampleIins.adult,
  outcome: 'FOUND',
  summary: 'large family',
  ...overrides,
});

export const raiseRemarks = (overrides: Partial<CommandOf<'RaiseRemarks'>> = {}): CommandOf<'RaiseRemarks'> => ({
  ...act('2025-03-07T10:00:00+05:00', 'executor'),
  type: 'RaiseRemarks',
  remarks: [{ documentType: 'D3', text: 'The tenancy agreement is of another dwelling' }],
  ...overrides,
});

/** Sent and received on Wednesday 12 March 2025: objections until the 14th, the act from the 17th on. */
export const notifyPreliminaryRefusal = (
  overrides: Partial<CommandOf<'NotifyPreliminaryRefusal'>> = {},
): CommandOf<'NotifyPreliminaryRefusal'> => ({
  ...act('2025-03-12T10:00:00+05:00', 'executor'),
  type: 'NotifyPreliminaryRefusal',
  ground: 'NOT_COMPLIANT',
  facts: 'The dwelling was let without the right of redemption',
  reasons: 'It cannot be privatized by the Law on Housing Relations',
  hearing: { at: '2025-03-14T11:00:00+05:00', place: 'Room 204' },
  receivedAt: '2025-03-12T15:00:00+05:00',
  ...overrides,
});

export const recordObjection = (
  overrides: Partial<CommandOf<'RecordObjection'>> = {},
): CommandOf<'RecordObjection'> => ({
  ...act('2025-03-13T10:00:00+05:00'),
  type: 'RecordObjection',
  text: 'The right of redemption was granted in 2016',
  medium: 'ELECTRONIC',
  ...overrides,
});

export const recordHearing = (overrides: Partial<CommandOf<'RecordHearing'>> = {}): CommandOf<'RecordHearing'> => ({
  ...act('2025-03-14T11:00:00+05:00'),
  type: 'RecordHearing',
  appeared: true,
  minutes: sampleMinutes(),
  note: null,
  ...overrides,
});

/** The refusal that the sample notice announces, adopted on Tuesday 18 March 2025. */
export const refuseByCommission = (
  overrides: Partial<CommandOf<'DecideCommission'>> = {},
): CommandOf<'DecideCommission'> =>
  commands.decideCommission({
    outcome: 'REFUSE',
    ground: 'NOT_COMPLIANT',
    facts: 'The dwelling was let without the right of redemption',
    reasons: 'It cannot be privatized by the Law on Housing Relations',
    priceBasis: null,
    ...overrides,
  });
