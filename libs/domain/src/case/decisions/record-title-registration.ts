import { localDateOf } from '../../calendar/zones.js';
import { assertNotBeforeDay } from '../act-moment.js';
import { assertStandsAt, assertTransferred } from '../case-gates.js';
import type { Step } from '../step.js';

/** The registering body has registered the title, once the deed was approved (R-51, para 9(2); R-58, para 9(3)). */
export const recordTitleRegistration: Step<'RecordTitleRegistration'> = {
  gate: (state) => {
    assertTransferred(state);
    const codes = { before: 'deed-not-approved', after: 'title-already-registered', republicanRule: 'R-58' } as const;
    assertStandsAt(state, 'DEED_APPROVED', codes);
  },
  decide: ({ at, registrationNumber }, state) => {
    assertNotBeforeDay(at, state, state.dates.TransferDeedApproved);
    const registeredOn = localDateOf(at, state.application.zone);
    return [{ type: 'TitleRegistered', data: { at, registrationNumber, registeredOn } }];
  },
};
