import { isAfter, localDateOf } from '../../calendar/zones.js';
import type { Refusal } from '../../refusal.js';
import { refuse } from '../../refusals/refuse.js';
import type { CaseEvent } from '../case.events.js';
import { valuesAt } from '../../corrections/entries.js';
import type { Check, Ground } from './check.js';

type Type = CaseEvent['type'];
type Placed = Readonly<{ data: CaseEvent['data']; field: string; is: string; zone: string }>;

/** Looks at each value of a path in every entry of a type; what was erased or not stated says nothing. */
const eachOf =
  (type: Type, path: string, finds: (placed: Placed) => Refusal | null) =>
  ({ state: { history, application } }: Ground): Refusal | null => {
    for (const { event } of history.filter((entry) => entry.event.type === type)) {
      for (const { field, is } of valuesAt(event.data, path)) {
        const found = finds({ data: event.data, field, is, zone: application.zone });
        if (found !== null) return found;
      }
    }
    return null;
  };

/** Nobody signs what was filed before they signed it. */
const signedByFiling = (path: string): Check => ({
  fact: 'ApplicationSubmitted',
  by: null,
  finds: eachOf('ApplicationSubmitted', path, ({ data, field, is }) =>
    isAfter(is, data.at) ? refuse('signed-after-filing', { field }) : null,
  ),
});

/** A paper that is brought on a day was issued by then. */
const issuedByThen = (type: Type, path: string): Check => ({
  fact: type,
  by: null,
  finds: eachOf(type, path, ({ data, field, is, zone }) => {
    const on = localDateOf(data.at, zone);
    return is > on ? refuse('paper-of-the-future', { field, issuedOn: is, on }) : null;
  }),
});

/** Who represents somebody on a day held the power of attorney by then (R-21, para 5). */
const empoweredByThen = (type: Type, path: string): Check => ({
  fact: type,
  by: null,
  finds: eachOf(type, path, ({ data, is, zone }) => {
    const on = localDateOf(data.at, zone);
    return is > on ? refuse('power-of-attorney-later', { notarizedOn: is, filedOn: on, on }) : null;
  }),
});

/** An EDS is of no earlier day than the act that it signs. */
const signedFrom = (type: Type, act: Type): Check => ({
  fact: type,
  by: act,
  finds: (ground) => {
    const { history, application } = ground.state;
    const notBefore = history.findLast(({ event }) => event.type === act)?.event.data.at;
    if (notBefore === undefined) return null;
    const from = localDateOf(notBefore, application.zone);
    return eachOf(type, 'eds.signedAt', ({ is: signedAt, zone }) =>
      localDateOf(signedAt, zone) < from ? refuse('signed-before-its-act', { signedAt, notBefore }) : null,
    )(ground);
  },
});

/** What the registers tell is not older than the application. */
const rightsAfterFiling: Check = {
  fact: 'RightsInformationReceived',
  by: 'ApplicationSubmitted',
  finds: (ground) => {
    const { submittedAt, zone } = ground.state.application;
    const filedOn = localDateOf(submittedAt, zone);
    return eachOf('RightsInformationReceived', 'receivedOn', ({ is: receivedOn }) =>
      receivedOn < filedOn ? refuse('rights-information-before-filing', { receivedOn, filedOn }) : null,
    )(ground);
  },
};

/** Nothing happens to an application before it is filed. */
const nothingBeforeFiling: Check = {
  fact: 'ApplicationSubmitted',
  by: null,
  finds: ({ state: { history, application } }) => {
    const { submittedAt, zone } = application;
    const notBefore = localDateOf(submittedAt, zone);
    const early = history.find(({ event }) => localDateOf(event.data.at, zone) < notBefore)?.event;
    if (early === undefined) return null;
    const at = localDateOf(early.data.at, zone);
    return refuse('before-what-it-follows', { fact: early.type, at, follows: 'ApplicationSubmitted', notBefore });
  },
};

/** What the Order says of when papers and signatures were made, as far as corrections can touch it. */
export const timesOfPapers: readonly Check[] = [
  nothingBeforeFiling,
  signedByFiling('signature.signedAt'),
  signedByFiling('familyMembers.*.consent.signedAt'),
  issuedByThen('ApplicationSubmitted', 'applicant.identityDocument.issuedOn'),
  issuedByThen('ApplicationSubmitted', 'familyMembers.*.identityDocument.issuedOn'),
  issuedByThen('ApplicationSubmitted', 'tenancy.concludedOn'),
  issuedByThen('ApplicationSubmitted', 'documents.*.issuedOn'),
  issuedByThen('DocumentAdded', 'document.issuedOn'),
  empoweredByThen('ApplicationSubmitted', 'representative.powerOfAttorney.notarizedOn'),
  empoweredByThen('ResultIssued', 'powerOfAttorney.notarizedOn'),
  signedFrom('ApplicationRegistered', 'ApplicationSubmitted'),
  signedFrom('DecisionSigned', 'CommissionDecided'),
  signedFrom('AgreementSigned', 'AgreementOffered'),
  rightsAfterFiling,
];
