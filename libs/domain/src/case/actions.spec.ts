import { describe, expect, it } from '@jest/globals';
import {
  caseAfter,
  counterPath,
  eventsOf,
  eventsTo,
  incompletePath,
  outcomeOf,
  pathUpTo,
  portalPath,
  republicanPath,
  sampleCommands,
  sampleEds,
  samplePaths,
  withResults,
} from '../testing/index.js';
import { actionsOf, type CaseAction } from './actions.js';
import type { CaseCommand, LaterCommand } from './case.commands.js';
import type { CaseEvent } from './case.events.js';
import type { KnownCase } from './people.js';
import { recordedBy } from './what-commands-record.js';

const enteredAt = '2025-12-01T12:00:00+05:00';
const by = 'a colleague';
const actionsAt = (history: readonly CaseEvent[], at: string): readonly CaseAction[] =>
  actionsOf(caseAfter(history), { at, enteredAt, by });
const one = (actions: readonly CaseAction[], command: string): CaseAction | undefined =>
  actions.find((action) => action.command === command);
const leftOf = (action: CaseAction | undefined, field: string): readonly string[] =>
  Object.entries(action?.words[field] ?? {}).flatMap(([word, refusal]) => (refusal === null ? [word] : []));

type Said = Readonly<Record<string, string>>;

/** Every combination of the words that are left. */
const bodiesLeft = (action: CaseAction): readonly Said[] =>
  Object.keys(action.words).reduce<readonly Said[]>(
    (bodies, field) => bodies.flatMap((body) => leftOf(action, field).map((word) => ({ ...body, [field]: word }))),
    [{}],
  );

/** What who knows the case says in a command beside its words. */
const knownOf: Readonly<Record<string, (state: KnownCase) => object>> = {
  CorrectRecord: () => ({ was: 'This', is: 'That', date: null, values: [] }),
  FormCommission: ({ status }) => ({ reason: status === 'COMMISSION_FORMED' ? 'A member fell ill' : null }),
  ReversePayment: ({ payment }) => ({ payment: payment?.received.find(({ reversed }) => !reversed)?.revision }),
  IssueResult: ({ receiptNumber }) => ({ receiptNumber, identification: 'IDENTITY_DOCUMENT' }),
  SetDocumentAside: ({ application }) => {
    const [document] = application?.documents ?? [];
    return { documentType: document?.type, sha256: document?.sha256 };
  },
};

/** The command as somebody would send it who knows the case: samples of it, said at a moment or at their own. */
const wellChosen = (type: string, said: object, at: string): readonly LaterCommand[] =>
  sampleCommands
    .filter((sample) => sample.type === type)
    .flatMap((sample) =>
      [at, sample.at].map((moment) => {
        const eds = 'eds' in sample && { eds: sampleEds({ signedAt: moment }) };
        // a command of its type with other words
        return { ...sample, at: moment, enteredAt, by, ...eds, ...said } as LaterCommand;
      }),
    );

const walks = samplePaths.map((path) => (path === counterPath ? path : withResults(path)));
const steps = walks.flatMap((path, walk) =>
  path
    .slice(1)
    .map((next, index): readonly [string, readonly CaseCommand[], CaseCommand] => [
      `walk ${walk}, before ${next.type} ${index + 1}`,
      path.slice(0, index + 1),
      next,
    ]),
);

describe('what may be done next with a case', () => {
  it.each(steps)('is whatever a walk does: %s', (_, done, next) => {
    const action = one(actionsAt(eventsOf(done), next.at), next.type);
    expect(action).toMatchObject({ allowed: true, refusal: null });
    const said = Object.entries(next).filter(([field]) => Object.hasOwn(action?.words ?? {}, field));
    for (const [field, word] of said) expect(leftOf(action, field)).toContain(word);
  });

  it.each(steps)('is not refused to who says it well: %s', (_, done, next) => {
    const history = eventsOf(done);
    const state = caseAfter(history);
    const refused = actionsAt(history, next.at)
      .filter(({ allowed }) => allowed)
      .flatMap((action) => bodiesLeft(action).map((said) => ({ command: action.command, said })))
      .map(({ command, said }) => {
        const known = { ...knownOf[command]?.(state), ...said };
        const tries = wellChosen(command, known, next.at).map((tried) => outcomeOf(history, tried).refusal?.code);
        return { command, said, refusals: tries.includes(undefined) ? [] : tries };
      });
    expect(refused.filter(({ refusals }) => refusals.length > 0)).toEqual([]);
  });

  it('is no signature of a party or side that has signed', () => {
    const offered = pathUpTo('SignAgreement', portalPath).slice(0, -1);
    const signing = one(actionsAt(eventsOf(offered), '2025-03-20T16:00:00+05:00'), 'SignAgreement');
    expect(signing?.words).toEqual({
      party: {
        RECIPIENT: expect.objectContaining({ code: 'party-already-signed', facts: { party: 'RECIPIENT' } }),
        PROVIDER: null,
      },
    });
    const deed = pathUpTo('SignTransferDeed', republicanPath).slice(0, -1);
    expect(leftOf(one(actionsAt(eventsOf(deed), '2025-03-26T16:00:00+05:00'), 'SignTransferDeed'), 'side')).toEqual([
      'RECEIVING',
    ]);
    const approved = pathUpTo('ApproveTransferDeed', republicanPath).slice(0, -1);
    const approving = one(actionsAt(eventsOf(approved), '2025-03-27T16:00:00+05:00'), 'ApproveTransferDeed');
    expect(leftOf(approving, 'side')).toEqual(['RECEIVING']);
  });

  it('is a result only where the application came, and once', () => {
    const signed = eventsOf(pathUpTo('SignDecision', counterPath));
    const issuing = one(actionsAt(signed, '2025-03-27T10:00:00+05:00'), 'IssueResult');
    expect(leftOf(issuing, 'channel')).toEqual(['STATE_CORPORATION']);
    expect(leftOf(issuing, 'result')).toEqual(['DECISION']);
    expect(issuing?.words['channel']?.['PORTAL']).toMatchObject({ code: 'result-by-another-channel' });
  });

  it('is no rejection of a package that lacks nothing, or of which a register has yet to tell', () => {
    const at = '2025-03-03T16:00:00+05:00';
    expect(one(actionsAt(eventsTo('REGISTERED'), at), 'RejectApplication')).toMatchObject({
      allowed: false,
      refusal: { code: 'rejection-without-defects' },
    });
    expect(
      one(actionsAt(eventsOf(pathUpTo('RecordStateData', incompletePath)), at), 'RejectApplication'),
    ).toMatchObject({
      allowed: true,
    });
  });

  it('names the duty that is done by it', () => {
    const filed = actionsAt(eventsOf(portalPath.slice(0, 1)), '2025-03-03T12:00:00+05:00');
    expect(one(filed, 'RegisterApplication')).toMatchObject({
      duty: { rule: 'R-15', due: '2025-03-03' },
      movesOn: true,
    });
    expect(one(filed, 'SignDecision')).toMatchObject({ allowed: false, duty: { rule: 'R-27', due: '2025-04-02' } });
    expect(one(filed, 'WithdrawApplication')).toMatchObject({ duty: null, movesOn: false });
  });
});

describe('what a command records', () => {
  it('begins with the event that is told of it', () => {
    const recorded = walks.flatMap((path) =>
      path
        .slice(1)
        .map((next, index) => [next.type, outcomeOf(eventsOf(path.slice(0, index + 1)), next).events[0]?.type]),
    );
    for (const [type, event] of recorded) {
      // every command of a walk but the first is a later one
      expect([type, recordedBy[type as LaterCommand['type']].event]).toEqual([type, event]);
    }
  });
});
