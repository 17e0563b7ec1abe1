export { RepeatedNumbersDto } from './admin/registration-numbers.dto.js';
export { ActionDto, CaseActionsDto, ComplaintActionsDto } from './casework/answers/actions.dto.js';
export { CatalogueDto } from './forms/catalogue.dto.js';
export { FormSchemaDto, SchemaQuery } from './forms/schema.dto.js';
export { formSchema, type FormChoice, type FormChoices, type FormSchema, type FormWords } from './forms/form-schema.js';
export { fieldTitles, titleOf } from './forms/field-titles.js';
export { ApplicationDto } from './casework/answers/application.dto.js';
export { ShownPersonDto } from './casework/answers/shown-papers.dto.js';
export { CaseAttributionDto } from './casework/answers/attribution.dto.js';
export { CaseDto } from './casework/answers/case.dto.js';
export { DryRunDto, DryRunRefusalDto } from './http/dry-run.dto.js';
export { CommandAnswerDto } from './http/command.dto.js';
export { SpokenUnmaskQuery, UnmaskQuery } from './http/unmask.query.js';
export { CaseDutiesDto, DutyDto, WhyDto } from './casework/answers/duties.dto.js';
export { DeadlineBoardDto } from './casework/answers/deadlines.dto.js';
export { WholeCaseDto } from './casework/answers/case-page.dto.js';
export { CaseCountsDto, CasePageDto, TimelineEntryDto, TimelinePageDto } from './casework/answers/lists.dto.js';
export { ParagraphCountsDto, ParagraphDetailDto, ParagraphDto, ParagraphsDto } from './monitoring/paragraphs.dto.js';
export { InstalmentDto } from './casework/answers/payment-facts.dto.js';
export { OutboundDto, RevivedDto } from './monitoring/outbound.dto.js';
export { ProblemDto } from './http/problem.dto.js';
export {
  DroppedDto,
  JobDto,
  ProjectionDto,
  ProjectionsDto,
  RebuildQuery,
  RetryAnswerDto,
  VerifyQuery,
} from './admin/projections.dto.js';
export { UndatedOrderPageDto } from './admin/orders.dto.js';
export { CalendarYearDto, HealthDto } from './service/service.dto.js';
export { VerificationDto } from './admin/verification.dto.js';
export { DiffQuery, EventsQuery, StateQuery } from './audit/audit.query.js';
export {
  AccessPageDto,
  AccessQuery,
  AccessSearchDto,
  HeldCaseDto,
  HeldComplaintDto,
  PersonAskedDto,
  SubjectExtractDto,
} from './audit/access.dto.js';
export { ErasureDto, ErasurePageDto, ErasuresQuery, RequestErasureDto } from './audit/erasure.dto.js';
export { NewLogDto, NewLogPageDto, NewLogsQuery, RequestNewLogDto } from './audit/new-log.dto.js';
export { BundleQuery } from './audit/bundle.query.js';
export { CaseDiffDto } from './audit/diff.dto.js';
export { LogAuditDto, VerifyLogQuery } from './audit/log-verification.dto.js';
export { CaseProofDto, ProofLogHealthDto, SignedHeadsDto } from './audit/proof.dto.js';
export { ChainDto, RawEventDto, RawEventsDto } from './audit/raw-events.dto.js';
export { CaseStateDto, CaseThenDto, PointDto } from './audit/state.dto.js';
export { ComplaintTrailDto, SinceDto } from './complaints/trail.dto.js';
export { TrailQuery } from './complaints/trail.query.js';
export { ChangeCalendarDayDto } from './admin/calendar-day.dto.js';
export { AddCalendarYearDto } from './admin/calendar-year.dto.js';
export {
  ConfirmCompletenessDto,
  DeliverDocumentsDto,
  IssueReceiptDto,
  RegisterApplicationDto,
  RejectApplicationDto,
  ReviewComplianceDto,
} from './casework/acceptance.dto.js';
export {
  OfferAgreementDto,
  RecordPaymentDto,
  ReversePaymentDto,
  RecordRightsInformationDto,
  SignAgreementDto,
} from './casework/agreement.dto.js';
export { AddDocumentDto, SetDocumentAsideDto, StateFamilyActDto } from './casework/added-to-case.dto.js';
export { CorrectRecordDto, IssueResultDto, WithdrawApplicationDto } from './casework/closing.dto.js';
export { CommandBody } from './http/command.dto.js';
export { commandFieldsOf, type FieldsOf } from './http/command-fields.js';
export type { Tenge } from './http/fields/formats.js';
export { DecideCommissionDto, FormCommissionDto, SignDecisionDto } from './casework/commission.dto.js';
export {
  NotifyPreliminaryRefusalDto,
  RaiseRemarksDto,
  RecordHearingDto,
  RecordObjectionDto,
} from './casework/refusal.dto.js';
export {
  AskAboutFamilyDto,
  AskStateRegisterDto,
  RecordFamilyDataDto,
  RecordStateDataDto,
} from './casework/added-to-case.dto.js';
export { SubmitApplicationDto } from './casework/submit-application.dto.js';
export {
  ApproveTransferDeedDto,
  GiveIndustryConsentDto,
  MakeStatePropertyDecisionDto,
  RecordTitleRegistrationDto,
  SendPetitionDto,
  SignTransferDeedDto,
} from './casework/transfer.dto.js';
export { unknownField } from './http/check-extent.js';
export { checkFields, type InvalidField } from './http/check-fields.js';
export { isNumberField } from './http/fields/field.js';
export {
  AdoptFavourableActDto,
  CorrectComplaintDto,
  DecideComplaintDto,
  ExtendComplaintTermDto,
  FileCourtAppealDto,
  ForwardComplaintDto,
  RecordCourtRulingDto,
  RegisterComplaintDto,
  SendExtensionNoticeDto,
  SetCarryOutDayDto,
} from './complaints/complaint-commands.dto.js';
export { ComplaintFiguresDto, ComplaintsBehindDto } from './complaints/complaint-figures.dto.js';
export { ComplaintFiguresQuery, ComplaintsBehindQuery } from './complaints/complaint-figures.dto.js';
export { ComplaintPageDto } from './complaints/complaint-lists.dto.js';
export {
  ComplaintDto,
  ComplaintDutiesDto,
  ComplaintDutyDto,
  ComplaintWhyDto,
  ShownComplainantDto,
} from './complaints/complaint.dto.js';
export { ComplaintsQuery } from './complaints/complaint-lists.dto.js';
export { FileComplaintDto } from './complaints/complaint-commands.dto.js';
export { figureDimensions } from './monitoring/figures.query.js';
export { CasesBehindDto } from './monitoring/cases-behind.dto.js';
export {
  DurationDto,
  FigureDto,
  FiguresDto,
  GroupFiguresDto,
  OnTimeDto,
  StageFiguresDto,
} from './monitoring/figures.dto.js';
export { CasesBehindQuery, CaseSelectionQuery, FiguresQuery } from './monitoring/figures.query.js';
export { ForecastDto, ForecastItemDto, ForecastPageDto, PastCasesDto } from './monitoring/forecast.dto.js';
export { ForecastCasesQuery, ForecastQuery } from './monitoring/forecast.dto.js';
export { ExportsDto } from './monitoring/exports.dto.js';
export { ExportQuery } from './monitoring/exports.dto.js';
export {
  CasesQuery,
  DutiesQuery,
  ListQuery,
  LongListQuery,
  SearchCasesDto,
  SpokenListQuery,
  SpokenLongListQuery,
  WhyQuery,
} from './casework/queries.js';
export { ParagraphsQuery } from './monitoring/paragraphs.dto.js';
export { LanguageQuery } from './http/language.query.js';
export { CaseChangesDto, WhatIfAnswerDto } from './casework/what-if.dto.js';
export { SupposedDto, SupposedEventDto, WhatIfDto } from './casework/what-if.dto.js';
export {
  ConsoleConfigDto,
  DevelopmentSignInDto,
  DevelopmentTokenAnswerDto,
  DevelopmentTokenDto,
  OfficeDto,
  OfficesDto,
  SessionDto,
} from './session/session.dto.js';
