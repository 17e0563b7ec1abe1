import { acceptance, nominalAcceptance } from '../../calendar/acceptance.js';
import { dueDate } from '../../calendar/due-date.js';
import { localDateOf } from '../../calendar/zones.js';
import { assertNoIin } from '../../identity/assert-no-iin.js';
import { refuse } from '../../refusals/refuse.js';
import { together } from '../../refusals/together.js';
import { decreeParametersFor } from '../../rulebook/decree-parameters.js';
import { rulebookFor } from '../../rulebook/rulebooks.js';
import { termOf } from '../../rulebook/rulebook.js';
import { adultsWithoutConsent, assertPeople, minorNoticeOf } from '../applicants.js';
import type { SubmitApplication } from '../case.commands.js';
import type { CaseEvent } from '../case.events.js';
import type { CaseSettings } from '../case.settings.js';
import { type CaseState, isSubmitted } from '../case.state.js';
import type { LocalDate } from '../case.types.js';
import { assertForm, assertPapersIssued } from '../form.js';
import { assertInScope, assertInstalments } from '../scope.js';

/**
 * Takes an application in and fixes its day of acceptance, its rulebook and the dates that follow (R-05, R-11, R-12,
 * paras 3, 4, 6).
 */
export const submitApplication = (
  command: SubmitApplication,
  state: CaseState,
  settings: CaseSettings,
): readonly CaseEvent[] => {
  if (isSubmitted(state)) throw refuse('already-submitted', { caseId: state.application.caseId });
  const { office } = command;
  const calendar = settings.calendars.current;
  const filedOn = localDateOf(command.at, office.zone);
  const [, , , , { nominal, acceptedOn, wayThere, decree, rulebook, rulebookNotice }] = together(
    () => assertNoIin('dwelling.dwellingId', command.dwelling.dwellingId),
    () => assertInScope(command),
    () => assertPeople(command, { on: filedOn, acceptForeigners: settings.acceptForeignerIin }),
    () => assertForm(command),
    () => accepted(command, filedOn, settings),
    () => assertPapersIssued(command, filedOn),
  );
  return [
    {
      type: 'ApplicationSubmitted',
      data: {
        ...asFiled(command),
        officeId: office.officeId,
        zone: office.zone,
        rulebook: rulebook.id,
        rulebookNotice,
        decreeParameters: command.payment.mode === 'INSTALMENTS' ? decree : null,
        acceptedOn,
        acceptance: wayThere,
        minorNotice: minorNoticeOf(command, filedOn),
        adultsWithoutConsent: adultsWithoutConsent(command, filedOn),
        registrationDue: dueDate({ from: nominal, term: termOf(rulebook, 'R-15'), calendar }).due,
        resultDue: dueDate({ from: nominal, term: termOf(rulebook, 'R-27'), calendar }).due,
      },
    },
  ];
};

/** When it counts as accepted, and by which law. */
const accepted = ({ at, office, payment }: SubmitApplication, filedOn: LocalDate, settings: CaseSettings) => {
  assertNotLongBefore(filedOn, settings);
  const { acceptedOn, ...wayThere } = acceptance({ at, office, calendar: settings.calendars.current });
  // What holds for a case is told by its nominal day of acceptance while no calendar tells that day.
  const nominal = acceptedOn ?? nominalAcceptance(wayThere);
  const decree = decreeParametersFor(nominal, settings.decree);
  assertInstalments(payment, decree);
  return { acceptedOn, wayThere, nominal, decree, ...rulebookFor(nominal, settings.rulebooks) };
};

/** What the applicant filed, field by field: nothing else of a command enters the log. */
const asFiled = (command: SubmitApplication) => ({
  at: command.at,
  caseId: command.caseId,
  channel: command.channel,
  medium: command.medium,
  form: command.form,
  route: command.route,
  applicant: command.applicant,
  familyMembers: command.familyMembers,
  tenancy: command.tenancy,
  dwelling: command.dwelling,
  payment: command.payment,
  freeCategory: command.freeCategory,
  claims: command.claims,
  representative: command.representative,
  documents: command.documents,
  consents: command.consents,
  signature: command.signature,
  confirmations: command.confirmations,
  nominalOwnerIin: command.nominalOwnerIin,
});

/**
 * Where no calendar tells the day of acceptance, the day of filing tells enough: nothing is accepted before it is
 * filed.
 */
const assertNotLongBefore = (filedOn: LocalDate, { rulebooks, calendars }: CaseSettings): void => {
  if (!calendars.current.years.includes(Number(filedOn.slice(0, 4)))) rulebookFor(filedOn, rulebooks);
};
