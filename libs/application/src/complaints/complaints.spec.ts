import { beforeEach, describe, expect, it } from '@jest/globals';
import type { CommandContext, CommandResult } from '@app/event-store';
import * as application from '../index.js';
import { sampleContext } from '../testing/sample-application.js';
import { openUseCases, type UseCaseWorld } from '../testing/use-case-world.js';

const { caseIdFor, complaintIdFor } = application;

let world: UseCaseWorld;
beforeEach(async () => {
  world = await openUseCases();
});

const caseId = caseIdFor(sampleContext('case-key'));
const complaintId = complaintIdFor(sampleContext('complaint-key'));
const stream = `complaint-${complaintId}`;

/** A complaint that the demand of a copy was an action against the rules. */
const complaint = {
  caseId,
  addressee: 'AUTHORIZED_BODY',
  lodgedWith: 'PROVIDER',
  medium: 'PAPER',
  complainant: { iin: '791028302728', fullName: 'Testova Aigerim', address: 'Almaty, Test street 1' },
  contested: { kind: 'ACTION', what: 'A copy was demanded', on: '2025-03-03', rule: null },
  learnedOn: '2025-03-04',
  demands: 'That the copy be obtained from the register',
} as const;

const on = (day: string, more: Partial<CommandContext> = {}): CommandContext =>
  sampleContext(`key of ${day}`, { actor: 'officer', effectiveAt: `${day}T11:00:00+05:00`, ...more });

const file = (more: Partial<CommandContext> = {}, changes: object = {}): Promise<CommandResult> =>
  world.bus.execute(
    new application.FileComplaint(
      { ...complaint, ...changes },
      sampleContext('complaint-key', { effectiveAt: '2025-03-04T10:00:00+05:00', ...more }),
    ),
  );

const body = { actingFor: 'AUTHORIZED_BODY' } as const;
const decision = { ...body, outcome: 'DISMISSED', reasons: 'No copy was demanded', effect: null } as const;

describe('a complaint', () => {
  beforeEach(() => world.submit('case-key'));

  it('goes from filing to the ruling of a court, under the rulebook of its case', async () => {
    await file();
    for (const command of [
      new application.ActOnComplaint(
        complaintId,
        { type: 'ForwardComplaint', forwardingNumber: 'F-1' },
        on('2025-03-05'),
      ),
      new application.ActOnComplaint(
        complaintId,
        { type: 'RegisterComplaint', ...body, registrationNumber: 'C-1' },
        on('2025-03-06'),
      ),
      new application.ActOnComplaint(
        complaintId,
        {
          type: 'ExtendComplaintTerm',
          ...body,
          ground: 'ADDITIONAL_INFORMATION',
          workingDays: 3,
          reasons: 'The archive has to answer',
        },
        on('2025-03-07'),
      ),
      new application.ActOnComplaint(
        complaintId,
        { type: 'SendExtensionNotice', ...body, noticeNumber: 'N-1', medium: 'PAPER' },
        on('2025-03-11'),
      ),
      new application.DecideComplaint(complaintId, decision, on('2025-03-12')),
      new application.ActOnComplaint(
        complaintId,
        { type: 'FileCourtAppeal', court: 'Court', appealNumber: 'A-1', lawReference: null },
        on('2025-03-20'),
      ),
      new application.ActOnComplaint(
        complaintId,
        {
          type: 'RecordCourtRuling',
          rulingNumber: 'CR-1',
          outcome: 'DISMISSED',
          summary: 'The decision stands',
          effect: null,
        },
        on('2025-05-20'),
      ),
    ])
      await world.bus.execute(command);

    expect(world.typesIn(stream)).toEqual([
      'ComplaintFiled',
      'ComplaintForwarded',
      'ComplaintRegistered',
      'ComplaintTermExtended',
      'ExtensionNoticeSent',
      'ComplaintDecided',
      'CourtAppealFiled',
      'CourtRulingRecorded',
    ]);
    const events = world.store.log.filter((event) => event.stream === stream);
    expect(new Set(events.map(({ metadata }) => metadata.rulebook))).toEqual(new Set(['KZ-437/2021-08-12']));
    expect(events[0]?.data).toMatchObject({
      complaintId,
      caseId,
      officeId: 'almaty-bostandyk',
      contested: { ...complaint.contested, what: { $sealed: expect.any(String) }, rule: null },
      demands: { $sealed: expect.any(String) },
      receivedOn: '2025-03-04',
    });
  });

  it('is settled by a favourable act', async () => {
    await file();
    await world.bus.execute(
      new application.ActOnComplaint(
        complaintId,
        { type: 'AdoptFavourableAct', act: 'The copy was given back', fully: true },
        on('2025-03-05'),
      ),
    );
    expect(world.typesIn(stream)).toEqual(['ComplaintFiled', 'FavourableActAdopted']);
  });

  it('is filed once under a key', async () => {
    const first = await file();
    expect(await file()).toEqual({ ...first, repeated: true });
    expect(world.typesIn(stream)).toEqual(['ComplaintFiled']);
  });

  it('is about a case that there is, of the office that files it', async () => {
    await expect(file({}, { caseId: 'unknown' })).rejects.toThrow(application.CaseNotFound);
    await expect(file({ office: 'astana-esil' })).rejects.toThrow(application.CaseNotFound);
    expect(world.typesIn(stream)).toEqual([]);
  });

  it('knows the duties of its case: silence is none before its day is over (A22)', async () => {
    const contested = { kind: 'INACTION', what: 'No decision', rule: 'R-27' };
    await expect(file({}, { contested })).rejects.toMatchObject({ code: 'inaction-not-overdue' });
  });

  it('is acted on for its own office, or for all of them', async () => {
    await file();
    const forward = (office: string | null) =>
      world.bus.execute(
        new application.ActOnComplaint(
          complaintId,
          { type: 'ForwardComplaint', forwardingNumber: 'F-1' },
          on('2025-03-05', { office }),
        ),
      );
    await expect(forward('astana-esil')).rejects.toThrow(application.ComplaintNotFound);
    const decide = new application.DecideComplaint(complaintId, decision, on('2025-03-06', { office: 'astana-esil' }));
    await expect(world.bus.execute(decide)).rejects.toThrow(application.ComplaintNotFound);
    expect((await forward(null)).events.map(({ type }) => type)).toEqual(['ComplaintForwarded']);
  });

  it('is not decided by who acted on the case, whatever they did there', async () => {
    await file();
    await world.bus.execute(
      new application.ActOnComplaint(
        complaintId,
        { type: 'ForwardComplaint', forwardingNumber: 'F-1' },
        on('2025-03-05'),
      ),
    );
    await world.bus.execute(
      new application.ActOnComplaint(
        complaintId,
        { type: 'RegisterComplaint', ...body, registrationNumber: 'C-1' },
        on('2025-03-06'),
      ),
    );
    const decide = (actor: string) =>
      world.bus.execute(
        new application.DecideComplaint(
          complaintId,
          decision,
          on('2025-03-07', { actor, idempotencyKey: `decision of ${actor}` }),
        ),
      );
    await expect(decide('clerk')).rejects.toMatchObject({ code: 'own-act-complained-of' });
    expect((await decide('officer')).events.map(({ type }) => type)).toEqual(['ComplaintDecided']);
  });

  it('is looked for in vain where there is none', () =>
    expect(
      world.bus.execute(
        new application.ActOnComplaint(
          complaintId,
          { type: 'ForwardComplaint', forwardingNumber: 'F-1' },
          on('2025-03-05'),
        ),
      ),
    ).rejects.toThrow(application.ComplaintNotFound));
});
