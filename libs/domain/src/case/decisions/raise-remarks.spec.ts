import { describe, expect, it } from '@jest/globals';
import {
  eventsOf,
  eventsTo,
  given,
  pathTo,
  raiseRemarks,
  recordStateData,
  registerApplication,
  sampleDocument,
  sampleIins,
  stateFamilyAct,
  submitApplication,
} from '../../testing/index.js';
import type { CaseCommand, Remark } from '../case.commands.js';
import type { DocumentType, RegisterOutcome, StateRegister } from '../case.types.js';

const remark = { documentType: null, text: 'Two answers contradict each other', subjectIin: null, act: null };

describe('remarks to the documents (R-75, para 10; A1)', () => {
  it("are raised by the provider's executor, who may not sign the decision then", () => {
    const story = given(eventsTo('EXAMINED')).when(raiseRemarks({ at: '2025-03-07T20:00:00Z', remarks: [remark] }));
    expect(story.events).toEqual([
      {
        type: 'RemarksRaised',
        data: {
          at: '2025-03-07T20:00:00Z',
          remarks: [{ documentType: null, text: 'Two answers contradict each other', person: null, act: null }],
          raisedOn: '2025-03-08',
          raisedBy: 'executor',
        },
      },
    ]);
    expect(story.state.examiners).toContain('executor');
    expect(story.state.dates.RemarksRaised).toBe('2025-03-08');
  });

  it('say what is wrong', () => {
    given(eventsTo('EXAMINED'))
      .when(raiseRemarks({ remarks: [] }))
      .isRefused('remarks-missing');
    given(eventsTo('EXAMINED'))
      .when(raiseRemarks({ remarks: [remark, { ...remark, documentType: 'D3', text: ' ' }] }))
      .isRefused('remarks-missing');
  });

  it('are raised from the registration until the commission decides', () => {
    given(eventsTo('SUBMITTED')).when(raiseRemarks()).isRefused('not-registered', { status: 'SUBMITTED' });
    given(eventsTo('REGISTERED')).when(raiseRemarks()).gives('RemarksRaised');
    given(eventsTo('COMMISSION_FORMED')).when(raiseRemarks()).gives('RemarksRaised');
    given(eventsTo('DECIDED')).when(raiseRemarks()).isRefused('already-decided', { status: 'DECIDED' });
  });

  it('may be raised again, and have been raised since the first', () => {
    const again = eventsOf([...pathTo('EXAMINED'), raiseRemarks(), raiseRemarks({ at: '2025-03-11T09:00:00+05:00' })]);
    expect(given(again).when(raiseRemarks()).state.dates.RemarksRaised).toBe('2025-03-07');
  });

  it('may be entered after the step that followed them', () =>
    given(eventsTo('COMMISSION_FORMED'))
      .when(raiseRemarks({ at: '2025-03-05T10:00:00+05:00' }))
      .gives('RemarksRaised'));
});

describe('a remark that asks for a document (R-70, item 8)', () => {
  const asking = (documentType: DocumentType, of: Partial<Remark> = {}) =>
    raiseRemarks({ remarks: [{ documentType, text: 'It is asked for', subjectIin: null, act: null, ...of }] });
  const answered = (register: StateRegister, outcome: RegisterOutcome, subjectIin: string = sampleIins.adult) =>
    recordStateData({ register, outcome, subjectIin });
  const after = (...commands: readonly CaseCommand[]) =>
    eventsOf([submitApplication(), registerApplication(), ...commands]);

  it('is about nothing that a register has found', () => {
    const found = after(answered('SOCIAL_STATUS', 'FOUND'));
    given(found)
      .when(asking('D5'))
      .isRefused('document-held-by-state', { documentType: 'D5', registers: ['SOCIAL_STATUS'] });
    given(found).when(asking('D8')).gives('RemarksRaised');
  });

  it('is about nothing that a register has yet to tell', () =>
    given(after(answered('SOCIAL_STATUS', 'NOT_FOUND'), answered('SOCIAL_STATUS', 'UNAVAILABLE', sampleIins.old)))
      .when(asking('D5'))
      .isRefused('state-data-awaited', { documentType: 'D5', registers: ['SOCIAL_STATUS'] }));

  it('may be about a paper that is there: what it says may be doubted', () => {
    const documents = [sampleDocument({ type: 'D5' })];
    given(eventsOf([submitApplication({ documents }), registerApplication(), answered('SOCIAL_STATUS', 'FOUND')]))
      .when(asking('D5'))
      .gives('RemarksRaised');
  });

  it('asks for the certificate of the child of whom the register found nothing, not for that of the other', () => {
    const births = after(answered('BIRTH', 'FOUND'), answered('BIRTH', 'NOT_FOUND', sampleIins.old));
    const ofBirth = (subjectIin: string) => asking('D2', { subjectIin, act: 'BIRTH' });
    given(births)
      .when(ofBirth(sampleIins.adult))
      .isRefused('document-held-by-state', { documentType: 'D2', registers: ['BIRTH'] });
    const story = given(births).when(ofBirth(sampleIins.old));
    expect(story.events[0]?.data).toMatchObject({
      remarks: [{ documentType: 'D2', text: 'It is asked for', person: 1, act: 'BIRTH' }],
    });
    given(births)
      .when(ofBirth(sampleIins.young))
      .isRefused('not-a-person-of-the-case', { field: 'remarks.0.subjectIin' });
  });

  it('asks for the certificate of a marriage up to 1 June 2008 at once, and of a later one once the register was asked (A12)', () => {
    const marriage = asking('D2', { subjectIin: sampleIins.adult, act: 'MARRIAGE' });
    const on = (actOn: string) => stateFamilyAct({ actOn });
    given(after(on('2008-06-01')))
      .when(marriage)
      .gives('RemarksRaised');
    given(after(on('2008-06-02')))
      .when(marriage)
      .isRefused('state-data-awaited', { documentType: 'D2', registers: ['MARRIAGE_DIVORCE'] });
    given(after(on('2008-06-02'), answered('MARRIAGE_DIVORCE', 'NOT_FOUND')))
      .when(marriage)
      .gives('RemarksRaised');
  });

  it('names an act of family status only of its certificate (R-61)', () =>
    given(after())
      .when(asking('D5', { act: 'BIRTH' }))
      .isRefused('not-a-family-certificate', { documentType: 'D5', act: 'BIRTH' }));
});
