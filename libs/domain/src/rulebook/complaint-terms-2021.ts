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
