export { type Accepted, acceptance, nominalAcceptance } from './calendar/acceptance.js';
export type { AddedYear } from './calendar/added-years.js';
export { type CalendarEnd, calendarEnd } from './calendar/calendar-end.js';
export {
  type AddCalendarYear,
  calendarDecider,
  type CalendarEvent,
  calendarStream,
  type ChangeCalendarDay,
} from './calendar/calendar.decider.js';
export {
  addsYear,
  type CalendarChange,
  type CalendarCorrection,
  type Calendars,
  calendarsAt,
  calendarsOf,
  correctionsIn,
  correctedCalendar,
  type DayKind,
  dayKinds,
  uncorrected,
} from './calendar/calendars.js';
export { dateOf, dayNumberOf, inWords, isDate } from './calendar/day-number.js';
export { type Derivation, dueDate, type Pending, type Term, termUnits, usedDays } from './calendar/due-date.js';
export { elapsedDays } from './calendar/elapsed-days.js';
export { offDayKinds } from './calendar/kz-calendar.data.js';
export { kzCalendar, type WorkingCalendar } from './calendar/working-calendar.js';
export { isAfter, localDateOf, localTimeOf, millisOf } from './calendar/zones.js';
export { actionsOf, type CaseAction, type InTheWay } from './case/actions.js';
export type {
  CaseCommand,
  LaterCommand,
  RecordDutyMissed,
  RegisterAnswer,
  ReopenCase,
  SubmitApplication,
} from './case/case.commands.js';
export { caseDecider, createCaseDecider } from './case/case.decider.js';
export { resultIssuedOn } from './case/decisions/issue-result.js';
export type { ApplicationSubmitted, CaseEvent } from './case/case.events.js';
export { evolveCase } from './case/case.evolve.js';
export { type CaseSettings, defaultCaseSettings } from './case/case.settings.js';
export { closedOn, stageOf } from './case/case.stage.js';
export { type CaseState, initialCase, isSubmitted, type SubmittedCase } from './case/case.state.js';
export { noticeIn } from './case/notices.js';
export { subjectOf } from './case/applicants.js';
export { isObtainable } from './case/family-acts.js';
export { allocationsOf } from './case/instalments.js';
export type { KnownCase } from './case/people.js';
export { knownNoticeDays, type NoticeDays } from './duties/notice-days.js';
export {
  caseOutcomes,
  reopeningCauses,
  type CaseStage,
  caseStages,
  type CaseStatus,
  caseStatuses,
  type Channel,
  channels,
  type CommissionKind,
  commissionKinds,
  type CommissionMember,
  type CommissionRules,
  type DeedApprover,
  deedApprovers,
  type DefectKind,
  defectKinds,
  type DocumentType,
  documentTypes,
  type FamilyAct,
  familyActs,
  type FamilyMember,
  type Form,
  forms,
  type HearingMinutes,
  type Identification,
  identifications,
  type LocalDate,
  media,
  type Medium,
  type OfficeNames,
  type OfficeSettings,
  type OpenStage,
  openStages,
  type Outcome,
  type Overpayment,
  overpayments,
  type PaperFault,
  paperFaults,
  parties,
  type Party,
  type Payment,
  type PaymentMode,
  paymentModes,
  type Person,
  providerBodies,
  type RefusalGround,
  refusalGrounds,
  type RegisterOutcome,
  registerOutcomes,
  type Representative,
  type ResultKind,
  resultKinds,
  type ResultTaker,
  resultTakers,
  type Route,
  routes,
  type Side,
  sides,
  type StateRegister,
  stateRegisters,
  type TenancyKind,
  tenancyKinds,
  type Tiyn,
  type Verdict,
  verdicts,
  type Vote,
  votes,
} from './case/case.types.js';
export {
  complaintDutyText,
  dutiesOfComplaint,
  type KnownComplaintDuty,
  knownDutiesOfComplaint,
} from './complaint/complaint-duties.js';
export type { ComplaintCommand, FileComplaint, LaterComplaintCommand } from './complaint/complaint.commands.js';
export { type ComplaintAction, complaintActionsOf } from './complaint/complaint-actions.js';
export { complaintDecider, createComplaintDecider } from './complaint/complaint.decider.js';
export type { ComplaintEvent } from './complaint/complaint.events.js';
export { evolveComplaint } from './complaint/complaint.evolve.js';
export {
  type ComplaintState,
  complaintStatusOf,
  type FiledComplaint,
  initialComplaint,
  isFiled,
} from './complaint/complaint.state.js';
export {
  type Addressee,
  addressees,
  type Complainant,
  type ComplaintOutcome,
  complaintOutcomes,
  type ComplaintStatus,
  complaintStatuses,
  type ContestedKind,
  contestedKinds,
  type EffectKind,
  effectKinds,
  type ExtensionGround,
  extensionGrounds,
  type LodgedWith,
  lodgings,
  type OrderCause,
  orderCauses,
} from './complaint/complaint.types.js';
export type { CorrectedValue } from './corrections/corrected-value.js';
export { writtenValue } from './corrections/written-value.js';
export type { ContestedCase } from './complaint/contested-case.js';
export { contestedCaseOf, contestedMoment, deemedRefusedBy } from './complaint/contested.js';
export { type Decider, evolveAll } from './decider.js';
export { type Attribution, attributionOf } from './duties/attribution.js';
export { derivationText, movedText, termText } from './duties/derivation-text.js';
export { dutiesOf } from './duties/duties.js';
export {
  type Duty,
  dutyKey,
  type DutyStanding,
  dutyStandings,
  dutyStatuses,
  isLate,
  isMissed,
  isOverdue,
  missedAsKnown,
  type MissedAsKnown,
  standingOf,
} from './duties/duty.js';
export { holders } from './duties/attribution.js';
export { keptUntil } from './duties/instalment-duties.js';
export { acceptedOnBy, knownAcceptance } from './duties/known-acceptance.js';
export { type KnownAs, knownDutiesOf, type KnownDuty } from './duties/known-duties.js';
export { dutyIn } from './duties/words/label.js';
export { type Language, languages } from './language.js';
export {
  type DwellingCommand,
  dwellingDecider,
  type DwellingEvent,
  type ReleaseDwelling,
} from './dwelling/dwelling.js';
export { oneSpelling } from './dwelling/spelling.js';
export {
  registrationIndexDecider,
  registrationNumberDecider,
  type RegistrationNumberCommand,
  type RegistrationNumberEvent,
  type RegistrationNumbersIndexed,
} from './registration/registration-number.js';
export type { ErasedStream, ErasureEvent } from './erasure/erasure.events.js';
export {
  type ConfirmErasure,
  erasureDecider,
  erasureNamed,
  type Erasures,
  erasureStream,
  type HeldOf,
  type KnownErasure,
} from './erasure/erasure.decider.js';
export {
  type ConfirmNewLog,
  type KnownNewLog,
  newLogDecider,
  newLogNamed,
  newLogStream,
  type RequestNewLog,
  type StoppedLog,
} from './proof/new-log.decider.js';
export { type OutsideLogGuarded, outsideLogDecider } from './guard/outside-log.js';
export type { PersonalDataViewed } from './access/access.events.js';
export type { EventSchema } from './event-schema.js';
export { caseEventTypes, complaintEventTypes, eventSchemas } from './event-schemas.js';
export { caseEventTold } from './case/case-told.js';
export { complaintEventTold } from './complaint/complaint.words.js';
export { eventCalled } from './event-called.js';
export { foundInWords } from './duties/words/missed.js';
export type { Spoken } from './event-words.js';
export { momentIn, say } from './calendar/say.js';
export { type CaseChange, caseChanges } from './history/case-changes.js';
export { type DutiesThen, type DutyChange, dutyChanges } from './history/duty-changes.js';
export { clockWentBackAt, eventsAt, type HistoryMoment, type HistoryPoint, momentOf } from './history/history-point.js';
export { stageStaysOf } from './history/stage-stays.js';
export { openTexts } from './open-texts.js';
export { holdsIin, isValidIin, maskIin, parseIin } from './identity/iin.js';
export { isAmount, tengeFromTiyn, tiynFromTenge } from './money/money.js';
export * from './monitoring/index.js';
export { Refusal, type RefusalCatalogue, type RefusalFacts } from './refusal.js';
export { refusalIn, refusalSentences } from './refusals/refusal-in.js';
export { dayIn } from './refusals/words/dates.js';
export { everyRefusal, throwTogether } from './refusals/together.js';
export { refusals } from './refusals/refuse.js';
export { appendix2, type DecreeParameters } from './rulebook/decree-parameters.js';
export { orderParagraphs, passagesOf, rulesOf } from './rulebook/order-paragraphs.js';
export { paragraphOf, ruleParagraphs } from './rulebook/rule-paragraphs.js';
export { dutyKinds, obliged, type Obliged, type Rulebook, type TermRow } from './rulebook/rulebook.js';
export { rulebook2021, rulebookById } from './rulebook/rulebooks.js';
export * as samples from './samples/index.js';
export { type Changes, suppose, type SupposedDuty, type Supposing } from './what-if/what-if.js';
export { type Choice, type ChoiceName, choices, titleIn, titlesOf } from './words/choices.js';
export { said, type Said } from './words/said.js';
