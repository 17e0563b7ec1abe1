import { type Calendars, uncorrected } from '../calendar/calendars.js';
import type { DecreeParameters } from '../rulebook/decree-parameters.js';
import { defaultRulebookSettings, type RulebookSettings } from '../rulebook/rulebooks.js';

/** What an installation may set. */
export type CaseSettings = Readonly<{
  rulebooks: RulebookSettings;
  /** What the installation names in place of Appendix 2, in the order of their days. */
  decree: readonly DecreeParameters[];
  /** Accepts IINs whose seventh digit is 0, as some foreigners have. */
  acceptForeignerIin: boolean;
  /** Whether a complaint is to be registered on the day on which its body has it, and silence after that opens the court (A32). */
  complaintRegistrationOwed: boolean;
  /** Refuses a commission whose chair is its secretary; a notice says so otherwise. */
  refuseChairAsSecretary: boolean;
  /** From how many days after its act an EDS is told to be late; null: it never is. */
  edsLateAfterDays: number | null;
  /** What terms are counted with: the calendar as it was known from one correction to the next, up to now. */
  calendars: Calendars;
}>;

/** The 2021 rulebook, for demonstration also where a later edition applies; Appendix 2; no foreigners' IINs; the calendar as it was loaded. */
export const defaultCaseSettings: CaseSettings = {
  rulebooks: defaultRulebookSettings,
  decree: [],
  acceptForeignerIin: false,
  complaintRegistrationOwed: true,
  refuseChairAsSecretary: false,
  edsLateAfterDays: null,
  calendars: uncorrected,
};
