/** The shapes of the contract, by their names: types alone, nothing of the server's code is in the page. */
export type {
  CaseActionsDto,
  CaseDto,
  CasePageDto,
  CatalogueDto,
  CommandAnswerDto,
  ConsoleConfigDto,
  DevelopmentSignInDto,
  DevelopmentTokenAnswerDto,
  DryRunDto,
  DutyDto,
  OfficeDto,
  SessionDto,
  ShownPersonDto,
  TimelineEntryDto,
  TimelinePageDto,
  WhyDto,
} from '@app/contracts';
