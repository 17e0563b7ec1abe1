import { describe, expect, it } from '@jest/globals';
import {
  approveTransferDeed,
  communalEntityPath,
  eventsTo,
  given,
  republicanPath,
  signTransferDeed,
} from '../testing/index.js';

const republican = (status: Parameters<typeof eventsTo>[0]) => eventsTo(status, republicanPath);
const communalEntity = (status: Parameters<typeof eventsTo>[0]) => eventsTo(status, communalEntityPath);

const receivingSigns = signTransferDeed({ side: 'RECEIVING', at: '2025-03-26T15:00:00+05:00' });
const transferringApproves = approveTransferDeed({
  side: 'TRANSFERRING',
  approver: 'STATE_PROPERTY_TERRITORIAL_HEAD',
});

describe('the signing of the transfer deed (R-49, para 9(2); R-55, para 9(3))', () => {
  it('by one side leaves the case where it is', () => {
    const story = given(communalEntity('DECISION_SIGNED')).when(signTransferDeed());
    expect(story.events[0]?.data).toEqual({
      at: '2025-03-26T10:00:00+05:00',
      side: 'TRANSFERRING',
      signedBy: 'Official of the entity',
      signedOn: '2025-03-26',
      completesSigning: false,
    });
    expect(story.state.status).toBe('DECISION_SIGNED');
    expect(story.state.dates.TransferDeedSigned).toBeUndefined();
  });

  it.each([
    ['receiving', signTransferDeed(), receivingSigns],
    ['transferring', receivingSigns, signTransferDeed()],
  ])('is complete with the second, the %s side, on the later of the two days', (_, first, second) => {
    const history = communalEntity('DECISION_SIGNED');
    const earlier = given(history).when({ ...first, at: '2025-03-27T10:00:00+05:00' });
    const story = given([...history, ...earlier.events]).when({ ...second, at: '2025-03-26T10:00:00+05:00' });
    expect(story.events[0]?.data).toMatchObject({ completesSigning: true });
    expect(story.state).toMatchObject({ status: 'DEED_SIGNED', dates: { TransferDeedSigned: '2025-03-27' } });
  });

  it('is done once by each side', () => {
    const history = communalEntity('DECISION_SIGNED');
    const first = given(history).when(signTransferDeed());
    given([...history, ...first.events])
      .when(signTransferDeed())
      .isRefused('side-already-signed', { side: 'TRANSFERRING' });
    given(communalEntity('DEED_SIGNED')).when(signTransferDeed()).isRefused('deed-already-signed');
  });

  it('of a communal entity follows the signed decision (R-46)', () =>
    given(communalEntity('DECIDED')).when(signTransferDeed()).isRefused('decision-not-signed'));

  it.each(['DECISION_SIGNED', 'PETITION_SENT', 'INDUSTRY_AGREED'] as const)(
    'of a republican entity follows the decision on state property, and not while the case is %s (R-54)',
    (status) => given(republican(status)).when(signTransferDeed()).isRefused('state-property-not-decided', { status }),
  );
});

describe('the approval of the transfer deed (A15)', () => {
  it('of a communal entity is one, on the receiving side (R-50, para 9(2))', () => {
    const story = given(communalEntity('DEED_SIGNED')).when(approveTransferDeed());
    expect(story.events[0]?.data).toEqual({
      at: '2025-03-28T10:00:00+05:00',
      side: 'RECEIVING',
      approver: 'COMMUNAL_PROPERTY_BODY_HEAD',
      approvedBy: 'Head of the communal property department',
      approvedOn: '2025-03-28',
      completesApproval: true,
    });
    expect(story.state).toMatchObject({ status: 'DEED_APPROVED', dates: { TransferDeedApproved: '2025-03-28' } });
    given(communalEntity('DEED_SIGNED'))
      .when(transferringApproves)
      .isRefused('side-does-not-approve', { side: 'TRANSFERRING', sides: ['RECEIVING'] });
  });

  it('of a republican entity is on the transferring side and on the receiving one (R-56, R-57, para 9(3))', () => {
    const history = republican('DEED_SIGNED');
    const first = given(history).when(approveTransferDeed());
    expect(first.events[0]?.data).toMatchObject({ completesApproval: false });
    expect(first.state.status).toBe('DEED_SIGNED');
    const second = given([...history, ...first.events]).when(transferringApproves);
    expect(second.events[0]?.data).toMatchObject({ completesApproval: true });
    expect(second.state.status).toBe('DEED_APPROVED');
  });

  it.each([
    ['TRANSFERRING', 'STATE_PROPERTY_TERRITORIAL_HEAD', null],
    ['TRANSFERRING', 'NATIONAL_BANK_DEPUTY_CHAIRMAN', null],
    ['TRANSFERRING', 'COMMUNAL_PROPERTY_BODY_HEAD', 'may-not-approve'],
    ['TRANSFERRING', 'AKIM_OFFICE', 'may-not-approve'],
    ['RECEIVING', 'STATE_PROPERTY_TERRITORIAL_HEAD', 'may-not-approve'],
    ['RECEIVING', 'NATIONAL_BANK_DEPUTY_CHAIRMAN', 'may-not-approve'],
    ['RECEIVING', 'COMMUNAL_PROPERTY_BODY_HEAD', null],
    ['RECEIVING', 'AKIM_OFFICE', null],
  ] as const)('on the %s side by %s: %s', (side, approver, code) =>
    expect(given(republican('DEED_SIGNED')).when(approveTransferDeed({ side, approver })).refusal?.code ?? null).toBe(
      code,
    ),
  );

  it.each(['DECISION_SIGNED', 'STATE_PROPERTY_DECIDED'] as const)(
    'follows the signatures of both sides, and not while the case is %s',
    (status) => given(republican(status)).when(approveTransferDeed()).isRefused('deed-not-signed', { status }),
  );

  it('says who may approve where somebody else would', () =>
    given(republican('DEED_SIGNED'))
      .when(approveTransferDeed({ side: 'RECEIVING', approver: 'STATE_PROPERTY_TERRITORIAL_HEAD' }))
      .isRefused('may-not-approve', {
        side: 'RECEIVING',
        approver: 'STATE_PROPERTY_TERRITORIAL_HEAD',
        approvers: ['COMMUNAL_PROPERTY_BODY_HEAD', 'AKIM_OFFICE'],
      }));

  it('is given once by each side', () => {
    const history = republican('DEED_SIGNED');
    const first = given(history).when(approveTransferDeed());
    given([...history, ...first.events])
      .when(approveTransferDeed({ approver: 'AKIM_OFFICE' }))
      .isRefused('side-already-approved', { side: 'RECEIVING' });
    given(republican('DEED_APPROVED')).when(approveTransferDeed()).isRefused('deed-already-approved');
  });

  it('is not on an earlier day than the last of the signatures, whichever was entered last', () => {
    const history = communalEntity('DECISION_SIGNED');
    const first = given(history).when({ ...receivingSigns, at: '2025-03-27T10:00:00+05:00' });
    const second = given([...history, ...first.events]).when(signTransferDeed());
    const signed = [...history, ...first.events, ...second.events];
    given(signed)
      .when(approveTransferDeed({ at: '2025-03-26T18:00:00+05:00' }))
      .isRefused('before-what-it-follows', { at: '2025-03-26T18:00:00+05:00', notBefore: '2025-03-27' });
    given(signed)
      .when(approveTransferDeed({ at: '2025-03-27T08:00:00+05:00' }))
      .gives('TransferDeedApproved');
  });
});
