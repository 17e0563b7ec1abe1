import type { ComplaintTermRow } from './rulebook.js';

/** What every row says unless it says otherwise. */
const owed = {
  kind: 'OBLIGATION',
  creditor: 'COMPLAINANT',
  fallsAwayOn: [],
} as const;

const considered = {
  ...owed,
  paragraph: '13',
  duty: 'consider the complaint',
  trigger: 'ComplaintRegistered',
  dischargedBy: 'ComplaintDecided',
} as const;

/** The Order counts from the registration and does not say when it is due: on the day on which the body has the complaint (A32). */
const registered = {
  ...owed,
  rule: 'R-86a',
  paragraph: '13',
  passage: 1,
  duty: 'register the complaint (the Order counts from the registration and sets no day for it: A32)',
  term: { n: 0, unit: 'working' },
  dischargedBy: 'ComplaintRegistered',
} as const;

const received = { ...registered, trigger: 'ComplaintFiled' } as const;
const sentOn = { ...registered, trigger: 'ComplaintForwarded' } as const;

const noticed = {
  ...owed,
  rule: 'R-90',
  paragraph: '14',
  passage: 3,
  duty: 'inform the complainant of the extension, with its reasons',
  trigger: 'ComplaintTermExtended',
  term: { n: 3, unit: 'working' },
  dischargedBy: 'ExtensionNoticeSent',
} as const;

/** The terms of complaints in the edition of 12 August 2021. */
export const complaintTerms2021: readonly ComplaintTermRow[] = [
  {
    ...owed,
    rule: 'R-84',
    paragraph: '12',
    passage: 1,
    duty: 'send the complaint to the body that considers it',
    debtor: 'PROVIDER',
    trigger: 'ComplaintFiled',
    term: { n: 3, unit: 'working' },
    dischargedBy: 'ComplaintForwarded',
    fallsAwayOn: ['FavourableActAdopted'],
    where: { forwarded: true },
  },
  { ...received, debtor: 'PROVIDER', where: { addressee: 'PROVIDER_HEAD', forwarded: false, registrationOwed: true } },
  {
    ...received,
    debtor: 'AUTHORIZED_BODY',
    where: { addressee: 'AUTHORIZED_BODY', forwarded: false, registrationOwed: true },
  },
  {
    ...received,
    passage: 2,
    debtor: 'QUALITY_BODY',
    where: { addressee: 'QUALITY_BODY', forwarded: false, registrationOwed: true },
  },
  { ...sentOn, debtor: 'AUTHORIZED_BODY', where: { addressee: 'AUTHORIZED_BODY', registrationOwed: true } },
  { ...sentOn, passage: 2, debtor: 'QUALITY_BODY', where: { addressee: 'QUALITY_BODY', registrationOwed: true } },
  {
    ...considered,
    rule: 'R-86',
    passage: 1,
    debtor: 'PROVIDER',
    term: { n: 5, unit: 'working' },
    where: { addressee: 'PROVIDER_HEAD' },
  },
  {
    ...considered,
    rule: 'R-87',
    passage: 1,
    debtor: 'AUTHORIZED_BODY',
    term: { n: 5, unit: 'working' },
    where: { addressee: 'AUTHORIZED_BODY' },
  },
  {
    ...considered,
    rule: 'R-88',
    passage: 2,
    debtor: 'QUALITY_BODY',
    term: { n: 15, unit: 'working' },
    where: { addressee: 'QUALITY_BODY' },
  },
  { ...noticed, debtor: 'PROVIDER', where: { addressee: 'PROVIDER_HEAD' } },
  { ...noticed, debtor: 'AUTHORIZED_BODY', where: { addressee: 'AUTHORIZED_BODY' } },
  { ...noticed, debtor: 'QUALITY_BODY', where: { addressee: 'QUALITY_BODY' } },
];
