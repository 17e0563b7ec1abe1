import type { FieldOptions } from './field.js';

/** What recurring fields say of themselves, whatever shape they stand in: `@ShownText(words.caseId)`. */
export const words = {
  caseId: {
    about: 'Names the case in every address below `/cases/{caseId}`.',
    example: '0b8f1f4e-3f6c-5a9e-8d8b-1f0f6f3c2d11',
  },
  complaintId: {
    about: 'Names the complaint in every address below `/complaints/{complaintId}`.',
    example: '5d0c8a3e-90b1-5e1b-9d3f-6a3f0e0b7c42',
  },
  officeId: { about: 'The office of the provider that carries the case.', example: 'almaty-bostandyk' },
  onlyOffice: { about: 'Only cases of this office. Absent: all that the caller may see.', example: 'almaty-bostandyk' },
  dwellingId: {
    about: 'The identifier of the dwelling in the register of the housing stock.',
    example: 'ALM-0001-02',
  },

  unmask: {
    about:
      '`true`: shows persons in clear, as far as the role may see them; with `X-Purpose` where the role has to say why. `false`: masks all, and nothing is put on record. Absent: as the role sees it.',
  },

  // Where something stands in the log.
  eventId: { about: 'A UUID. The same command sent again gives its events the same ids.' },
  eventType: {
    about: 'The name of the event, as docs/generated/events.md lists it.',
    example: 'ApplicationRegistered',
  },
  eventRevision: { about: 'The number of the event in its stream, counted from 0.' },
  eventPosition: { about: 'The place of the event in the whole log. Positions rise; they are not a count.' },
  revision: { about: 'The number of the last event that the answer includes, counted from 0.' },
  revisionAndETag: {
    about:
      'The number of the last event, counted from 0. Also the `ETag`; give it as `If-Match` to write only where nobody else wrote.',
  },
  atPosition: { about: 'The log position of the answer: every figure includes the log up to here.' },
  hash: { about: 'SHA-256 over the canonical JSON (RFC 8785) of the event with all its metadata but this.' },

  // Duties.
  rule: { about: 'The rule of the Order by its number in docs/law/rules.md.', example: 'R-27' },
  instance: {
    about:
      'Which one, where a rule is owed several times: the number of the instalment (R-98), 0 for the initial contribution; else null.',
    example: 3,
  },
  onlyRule: { about: 'Only duties of this rule, by its number in docs/law/rules.md.', example: 'R-27' },
  paragraph: {
    about: 'The paragraph of the Order, with its subparagraph in brackets where there is one.',
    example: '6(1)',
  },
  duty: { about: 'What must be done, in words.', example: 'register the application and documents' },
  debtor: {
    about:
      'Who must do it. TRANSFER_PARTIES: both sides of the transfer deed. AUTHORIZED_BODY: the body for housing relations. QUALITY_BODY: the body that controls the quality of public services.',
  },
  onlyDebtor: { about: 'Only duties of this debtor.' },
  creditor: { about: 'The one to whom it is owed; the words are those of the debtor.' },
  due: { about: 'The last day in time, in the zone of the office; null while it is pending.', optional: true },
  dueAt: { about: 'The instant at which the day `due` ends in the zone of the office; null with it.', optional: true },
  pending: {
    about: 'Why there is no due date yet: the term needs a year without calendar. Null where there is one.',
    optional: true,
  },
  nominalDue: {
    about:
      'The last day of the term as counted, before it moves to a working day or an earlier limit; null where working days are counted that no calendar tells yet.',
    optional: true,
  },
  triggeredOn: { about: 'The day that the term is counted from; it is not counted itself.' },
  dischargedOn: { about: 'The day on which the duty was done; null while it is not done.' },
  fellAwayOn: { about: 'The day on which the duty ended without being done; null where it did not.' },
  standing: {
    about:
      'How the duty stands at that moment. OPEN: to be done, not past due. OVERDUE: to be done, past due. LAPSED: a power that was not used in its time. KEPT: done in time. LATE: done late. FALLEN_AWAY: ended without being done. PENDING: no calendar tells its day yet.',
  },
  calendarDays: { about: 'A number of calendar days.' },
  workingDays: { about: 'A number of working days by the calendar of Kazakhstan.' },
  workingDaysKnown: {
    about: 'A number of working days by the calendar of Kazakhstan; null where it lacks one of the years.',
    optional: true,
  },
  overdue: { about: '`true`: only those that are past due now. `false`: only those that are not. Absent: both.' },
  soonDays: { about: 'How many days ahead counts as due soon. Absent: 3.', example: 3 },

  // A case.
  status: {
    about: 'The last step that was taken. PAID, CONCLUDED, REJECTED, REFUSED and WITHDRAWN are final.',
  },
  caseOutcome: {
    about:
      'How the case ended. PAID: the price is paid. CONCLUDED: a free transfer is concluded. REJECTED: the application was sent back as incomplete. REFUSED: the commission refused. WITHDRAWN: the applicant withdrew.',
  },
  stage: {
    about: 'The stage of paragraph 9 that the case is in. PAYMENT follows them (paragraph 8); CLOSED is the end.',
  },
  route: {
    about:
      'Whose stock the dwelling is in. COMMUNAL: the local body. COMMUNAL_ENTITY: a communal enterprise or institution. REPUBLICAN_ENTITY: a republican one.',
  },
  form: { about: 'GRATUITOUS: free of charge. REDEMPTION: for its residual value.' },
  channel: { about: 'STATE_CORPORATION: a counter of the State Corporation. PORTAL: the e-government portal.' },
  medium: { about: 'Whether it is electronic or on paper.' },
  rulebook: { about: 'The edition of the Rules that holds for the case.', example: 'KZ-437/2021-08-12' },
  rulebooks: {
    about: 'The editions of the Rules that hold for the cases counted.',
    example: ['KZ-437/2021-08-12'],
  },
  edsNotice: {
    optional: true,
    about: 'A notice where the EDS is much later than the act that it signs, by what the installation says; else null.',
  },
  registrationNumber: {
    about: 'The number under which the application was registered; null before that.',
    example: 'REG-2025-000045',
  },
  documentType: {
    about:
      'The document by its number in item 8 of the Standard. D1: application. D2: marriage, divorce, death or birth. D3: tenancy agreement or housing order. D4: court decision on members of the family. D5: social vulnerability. D6: service or work. D7: status given by the Government. D8: no debt of rent. D9: right to a free transfer.',
  },
  ground: {
    about:
      'The ground of item 9 of the Standard. UNRELIABLE_DOCUMENTS: documents or data cannot be relied on. NOT_COMPLIANT: the requirements of the law are not met. RIGHT_DEPRIVED_BY_COURT: a court took the right away.',
  },
  issuedTo: { about: 'Whether the recipient came or a representative.' },
  side: { about: 'TRANSFERRING: the side that gives the dwelling. RECEIVING: the communal side that takes it.' },
  familyAct: {
    about:
      'What a certificate of family status (D2) is about: marriage, its dissolution, a death or the birth of a child. Absent: it is not said, or another document is meant.',
  },
  paperFault: {
    about:
      'What the file shows of the paper. UNREADABLE: the copy cannot be read. OTHER_TYPE: it is another document. OTHER_PERSON: it is of somebody else.',
  },
  person: {
    about:
      'The person by their place in the application: 0 the applicant, then the members of the family in their order; null in older cases, which did not say whom.',
    example: 0,
  },
  summary: {
    about: 'What was found, in words; where the register could not be asked (UNAVAILABLE), why. Absent: none.',
  },
  sha256: {
    about: 'The SHA-256 of the electronic copy, in hex.',
    example: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  },

  // People.
  iin: {
    about: 'The individual identification number (IIN), masked for roles that do not need it.',
    example: '0101****0004',
  },
  iinMasked: { about: 'The individual identification number (IIN), always masked.', example: '0101****0004' },
  fullName: { about: 'Surname, name and patronymic; masked for roles that do not need them.' },
  address: { about: 'The address at which the person lives; absent for roles that do not need it.' },
  erased: { about: 'True where the data of this person was erased; the other fields are empty then.' },
  enteredBy: { about: 'Who entered it: the subject of their token.', example: 'caseworker-1' },
  onBehalfOf: { about: 'The person for whom somebody else entered it; null where nobody is named.' },
  office: { about: 'The office of the person who entered it; null where their role is not bound to one.' },

  // Moments.
  at: { about: 'The instant at which it happened.' },
  recordedAt: { about: 'The instant at which it was entered.' },
  effectiveAt: { about: 'The instant at which it happened; entering it may have come later.' },
  updatedAt: { about: 'The instant at which the last event was entered.' },
  asOf: { about: 'The instant at which duties are told open or overdue.' },

  // Complaints.
  addressee: {
    about:
      'Who considers the complaint. PROVIDER_HEAD: the head of the provider. AUTHORIZED_BODY: the body for housing relations. QUALITY_BODY: the body that controls the quality of public services.',
  },
  lodgedWith: { about: 'Who the complaint was handed to: the provider, or the body that considers it.' },
  contested: { about: 'What is complained of: a DECISION, an ACTION, or the INACTION that let a duty pass.' },
  complaintStatus: {
    about:
      'The last step that was taken. SETTLED: the provider met the demands in full before sending the complaint on. IN_COURT: appealed. RULED: a court has ruled.',
  },
  complaintOutcome: {
    about:
      'How it was decided: in favour of the complainant (SATISFIED), in part (PARTLY_SATISFIED), or against (DISMISSED).',
  },
  complaintTerm: {
    about:
      'The term to decide the complaint. NOT_BEGUN: the complaint is not registered. RUNNING: not past due. OVERDUE: past due and not decided. KEPT: decided in time. LATE: decided late. SETTLED: no decision is needed. PENDING: decided while no calendar tells its day.',
  },
  effect: {
    about:
      'What the provider has to do about the case. DECIDE_ANEW: decide again. ACT: do what was not done. NONE: nothing.',
  },
  extensionGround: {
    about:
      'The ground of paragraph 14. ADDITIONAL_STUDY_OR_INSPECTION: study or inspection is needed. ADDITIONAL_INFORMATION: information is needed.',
  },
  dueBefore: {
    about: 'The due date before the extension; null where that needed a year without calendar.',
    optional: true,
  },

  // Lists.
  limit: { about: 'The greatest number of items in the answer. Absent: 50.', example: 50 },
  longLimit: { about: 'The greatest number of items in the answer. Absent: 200.', example: 200 },
  cursor: { about: 'The `nextCursor` of the page before. Absent: the first page.' },
  nextCursor: { about: 'Give this as `cursor` to get the next page; null on the last page.' },
  includes: { about: 'The answer includes the log at least up to this position; null before the first event.' },
  askedPosition: { about: 'The log position to answer for. Absent: as far as the read models are.' },
  positionOfFigure: { about: 'The log position of the figure, as its link gives it.' },
  documentId: { about: 'The document in the projection; most are named after their stream.' },
  someDiffering: { about: 'The documents that differ; the first 100.' },
} as const satisfies Readonly<Record<string, FieldOptions>>;
