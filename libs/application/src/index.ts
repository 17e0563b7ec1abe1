export type { SaidIn } from './act.js';
export { AccessRecords, type Look } from './access/access-records.js';
export { ApplicationModule } from './application.module.js';
export { type CaseAt, caseAt, CaseHistories, type CaseHistory, type ComplaintHistory } from './audit/case-histories.js';
export { CalendarBook } from './calendar/calendar-book.js';
export { CaseNotFound } from './case-streams.js';
export { ActOnComplaint } from './complaints/act-on-complaint.js';
export { ComplaintNotFound } from './complaints/complaint-streams.js';
export { type Foreseen, isForeseen } from './dry-run.js';
export { CorrectComplaint } from './complaints/correct-complaint.js';
export { DecideComplaint } from './complaints/decide-complaint.js';
export { OrdersToDecideAnew, type OrderToDecideAnew } from './complaints/orders-to-decide-anew.js';
export { complaintIdFor, FileComplaint } from './complaints/file-complaint.js';
export { claimDwelling, releaseDwelling } from './dwelling-streams.js';
export { decreeInForce } from './decree/decree-file.js';
export { InstallationSettings, readInstallation } from './installation-settings.js';
export { type DutyPastItsDay, MissedDuties, type RecordMissed } from './missed-duties.js';
export { ConfiguredOffices, readOffices, sampleOffices } from './offices/configured-offices.js';
export { OfficeDirectory, OfficeNotYours, OfficeUnknown } from './offices/office-directory.js';
export { type ErasureKeys, Erasures } from './erasure/erasures.js';
export { type NewLogParts, NewLogs } from './proof/new-logs.js';
export { HttpStateRegisters } from './registers/http-state-registers.js';
export { NoStateRegisters, StateRegisters } from './registers/state-registers.js';
export { ActOnCase } from './use-cases/act-on-case.js';
export { ActionsOfCase } from './use-cases/actions-of-case.js';
export { ActionsOfComplaint } from './complaints/actions-of-complaint.js';
export { AskAboutFamily } from './use-cases/ask-about-family.js';
export { AskStateRegister } from './use-cases/ask-state-register.js';
export { AddCalendarYear } from './use-cases/add-calendar-year.js';
export { ChangeCalendarDay } from './use-cases/change-calendar-day.js';
export { CorrectRecord } from './use-cases/correct-record.js';
export { FormCommission } from './use-cases/form-commission.js';
export { RegistrationIndex } from './registration/registration-index.js';
export { RegisterApplication } from './use-cases/register-application.js';
export { caseIdFor, SubmitApplication } from './use-cases/submit-application.js';
export { looksLikeIin, withoutIins } from './visibility/iin-in-text.js';
export { fieldOf, hidden, maskedData, placesOf, type Sees, withoutFreeText } from './visibility/masked-data.js';
export {
  looksUpPersons,
  maskedByDefault,
  needsPurpose,
  type PersonalField,
  personalFieldNames,
  personalFields,
  visibilityOf,
} from './visibility/policy.js';
