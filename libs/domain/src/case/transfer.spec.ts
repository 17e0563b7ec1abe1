import { describe, expect, it } from '@jest/globals';
import {
  approveTransferDeed,
  caseAfter,
  communalEntityPath,
  eventsOf,
  eventsTo,
  given,
  giveIndustryConsent,
  makeStatePropertyDecision,
  recordTitleRegistration,
  republicanPath,
  sendPetition,
  signTransferDeed,
} from '../testing/index.js';
import type { CaseCommand } from './case.commands.js';
import { stageOf } from './case.stage.js';

const republican = (status: Parameters<typeof eventsTo>[0]) => eventsTo(status, republicanPath);
const communalEntity = (status: Parameters<typeof eventsTo>[0]) => eventsTo(status, communalEntityPath);

const ofTheTransfer: readonly CaseCommand[] = [
  sendPetition(),
  giveIndustryConsent(),
  makeStatePropertyDecision(),
  signTransferDeed(),
  approveTransferDeed(),
  recordTitleRegistration(),
];

describe('the transfer of a dwelling into the communal stock', () => {
  it('of a republican entity goes by petition, consent, decision, deed, two approvals and title (para 9(3))', () => {
    const transfer = eventsOf(republicanPath).slice(8, -6);
    expect(transfer.map(({ type }) => type)).toEqual([
      'PetitionSent',
      'IndustryConsentGiven',
      'StatePropertyDecisionMade',
      'TransferDeedSigned',
      'TransferDeedSigned',
      'TransferDeedApproved',
      'TransferDeedApproved',
      'TitleRegistered',
    ]);
    expect(caseAfter(eventsOf(republicanPath)).status).toBe('PAID');
  });

  it('of a communal entity goes by deed, one approval and title (para 9(2))', () => {
    const transfer = eventsOf(communalEntityPath).slice(8, -6);
    expect(transfer.map(({ type }) => type)).toEqual([
      'TransferDeedSigned',
      'TransferDeedSigned',
      'TransferDeedApproved',
      'TitleRegistered',
    ]);
    expect(caseAfter(eventsOf(communalEntityPath)).status).toBe('PAID');
  });

  it.each(ofTheTransfer)('has no place on the communal route: $type (para 9(1))', (command) =>
    given(eventsTo('DECISION_SIGNED')).when(command).isRefused('nothing-to-transfer', { route: 'COMMUNAL' }),
  );

  it.each(ofTheTransfer.slice(0, 3))(
    'of a communal entity needs no decision of the state property body: $type (R-53, R-54)',
    (command) =>
      given(communalEntity('DECISION_SIGNED'))
        .when(command)
        .isRefused('not-a-republican-dwelling', { route: 'COMMUNAL_ENTITY' }),
  );

  it.each(republicanPath.slice(8, 15).map((command, index) => ({ command, next: republicanPath[index + 9] })))(
    'has an order: $next.type does not come in the place of $command.type, unless it is the same',
    ({ command, next }) => {
      const history = eventsOf(republicanPath.slice(0, republicanPath.indexOf(command)));
      expect(next && given(history).when(next).refusal === null).toBe(next?.type === command.type);
    },
  );

  it.each(['DECISION_SIGNED', 'PETITION_SENT', 'STATE_PROPERTY_DECIDED', 'DEED_SIGNED', 'DEED_APPROVED'] as const)(
    'is the stage of a republican case that is %s',
    (status) => expect(stageOf(caseAfter(republican(status)))).toBe('TRANSFER'),
  );

  it('gives way to the stage of the agreement once the title is registered (A8)', () =>
    expect(stageOf(caseAfter(republican('TITLE_REGISTERED')))).toBe('AGREEMENT'));
});

describe('the petition of the akim (R-53, para 9(3))', () => {
  it('follows the signed decision', () => {
    const story = given(republican('DECISION_SIGNED')).when(sendPetition());
    expect(story.events).toEqual([
      {
        type: 'PetitionSent',
        data: {
          at: '2025-03-20T10:00:00+05:00',
          petitionNumber: 'PET-1',
          akim: 'Akim of Almaty',
          sentOn: '2025-03-20',
        },
      },
    ]);
    expect(story.state).toMatchObject({ status: 'PETITION_SENT', dates: { PetitionSent: '2025-03-20' } });
  });

  it('does not come before it', () =>
    given(republican('DECIDED')).when(sendPetition()).isRefused('decision-not-signed', { status: 'DECIDED' }));

  it('is sent once', () =>
    given(republican('PETITION_SENT'))
      .when(sendPetition())
      .isRefused('petition-already-sent', { status: 'PETITION_SENT' }));
});

describe('the consent of the industry (R-54a, para 9(3))', () => {
  it('follows the petition', () => {
    const story = given(republican('PETITION_SENT')).when(giveIndustryConsent());
    expect(story.events[0]?.data).toEqual({
      at: '2025-03-20T11:00:00+05:00',
      consentNumber: 'CON-1',
      body: 'Ministry of the industry',
      givenOn: '2025-03-20',
    });
    expect(story.state.status).toBe('INDUSTRY_AGREED');
  });

  it('does not come before it', () =>
    given(republican('DECISION_SIGNED')).when(giveIndustryConsent()).isRefused('petition-not-sent'));

  it('is given once', () =>
    given(republican('INDUSTRY_AGREED')).when(giveIndustryConsent()).isRefused('industry-consent-already-given'));
});

describe('the decision on state property (R-54, para 9(3))', () => {
  it('follows the consent of the industry', () => {
    const story = given(republican('INDUSTRY_AGREED')).when(makeStatePropertyDecision());
    expect(story.events[0]?.data).toEqual({
      at: '2025-03-20T15:00:00+05:00',
      decisionNumber: 'SPD-1',
      body: 'Committee for State Property',
      decidedOn: '2025-03-20',
    });
    expect(story.state).toMatchObject({
      status: 'STATE_PROPERTY_DECIDED',
      dates: { StatePropertyDecisionMade: '2025-03-20' },
    });
  });

  it('is not made without it (R-54a)', () =>
    given(republican('PETITION_SENT')).when(makeStatePropertyDecision()).isRefused('industry-consent-missing'));

  it('is made once', () =>
    given(republican('STATE_PROPERTY_DECIDED'))
      .when(makeStatePropertyDecision())
      .isRefused('state-property-already-decided'));
});

describe('the registration of the title (R-51, para 9(2); R-58, para 9(3))', () => {
  it.each([
    ['COMMUNAL_ENTITY', communalEntity],
    ['REPUBLICAN_ENTITY', republican],
  ] as const)('follows the approvals, on the route %s', (_, to) => {
    const story = given(to('DEED_APPROVED')).when(recordTitleRegistration());
    expect(story.events[0]?.data).toEqual({
      at: '2025-03-31T10:00:00+05:00',
      registrationNumber: 'TITLE-1',
      registeredOn: '2025-03-31',
    });
    expect(story.state).toMatchObject({ status: 'TITLE_REGISTERED', dates: { TitleRegistered: '2025-03-31' } });
    given(to('DEED_SIGNED')).when(recordTitleRegistration()).isRefused('deed-not-approved');
  });

  it('is recorded once', () =>
    given(republican('TITLE_REGISTERED')).when(recordTitleRegistration()).isRefused('title-already-registered'));

  it('is not on an earlier day than the last of the approvals, whichever was entered last', () => {
    const signed = republican('DEED_SIGNED');
    const receiving = given(signed).when(approveTransferDeed({ at: '2025-03-28T10:00:00+05:00' })).events;
    const transferring = given([...signed, ...receiving]).when(
      approveTransferDeed({
        side: 'TRANSFERRING',
        approver: 'NATIONAL_BANK_DEPUTY_CHAIRMAN',
        at: '2025-03-27T10:00:00+05:00',
      }),
    ).events;
    const history = [...signed, ...receiving, ...transferring];
    given(history)
      .when(recordTitleRegistration({ at: '2025-03-27T12:00:00+05:00' }))
      .isRefused('before-what-it-follows', { at: '2025-03-27T12:00:00+05:00', notBefore: '2025-03-28' });
    given(history)
      .when(recordTitleRegistration({ at: '2025-03-28T12:00:00+05:00' }))
      .gives('TitleRegistered');
  });
});
