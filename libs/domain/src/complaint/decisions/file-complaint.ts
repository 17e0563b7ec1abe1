import { Temporal } from 'temporal-polyfill/implementation';
import { isAfter, localDateOf } from '../../calendar/zones.js';
import type { CaseSettings } from '../../case/case.settings.js';
import type { LocalDate } from '../../case/case.types.js';
import { noticeOf } from '../../case/notices.js';
import { parseIin } from '../../identity/iin.js';
import { refusePending } from '../../duties/pending.js';
import { refuse } from '../../refusals/refuse.js';
import { together } from '../../refusals/together.js';
import { ruleParagraphs } from '../../rulebook/rule-paragraphs.js';
import type { Rulebook } from '../../rulebook/rulebook.js';
import { rulebookById } from '../../rulebook/rulebooks.js';
import type { FileComplaint } from '../complaint.commands.js';
import type { ComplaintEvent } from '../complaint.events.js';
import type { ComplaintState } from '../complaint.state.js';
import type { Contested } from '../complaint.types.js';
import type { ContestedCase } from '../contested-case.js';

/**
 * Files a complaint against a decision, action or inaction of the provider (R-83, para 12). The three months of APPC 92
 * never stand in the way: where they have passed, the complaint says so. Throws `complaint-already-filed`,
 * `lodged-elsewhere`, `contested-moment-missing`, `contested-rule-unknown`, `inaction-of-another`, `inaction-not-owed`, `inaction-not-overdue`,
 * `learned-in-future`, `iin-invalid`, `not-an-individual`.
 */
export const fileComplaint = (
  command: FileComplaint,
  state: ComplaintState,
  settings: Pick<CaseSettings, 'acceptForeignerIin' | 'complaintRegistrationOwed'>,
): readonly ComplaintEvent[] => {
  if (state.filing !== null) throw refuse('complaint-already-filed');
  const { at, complaintId, contestedCase, addressee, lodgedWith, medium, complainant } = command;
  const { contested, demands, learnedOn } = command;
  const { caseId, officeId, zone, rulebook } = contestedCase;
  const receivedOn = localDateOf(at, zone);
  together(
    () => assertLodged(command),
    () => assertComplainant(complainant.iin, receivedOn, settings.acceptForeignerIin),
    () => assertContested(command, receivedOn),
  );

  return [
    {
      type: 'ComplaintFiled',
      data: {
        at,
        complaintId,
        caseId,
        officeId,
        zone,
        rulebook,
        addressee,
        lodgedWith,
        medium,
        complainant,
        contested,
        demands,
        learnedOn,
        receivedOn,
        filingTermNotice: filingTermNotice(learnedOn, receivedOn),
        contestedNotice: contestedNotice(contested, contestedCase),
        registrationOwed: settings.complaintRegistrationOwed,
      },
    },
  ];
};

const assertLodged = ({ lodgedWith, addressee }: FileComplaint): void => {
  if (lodgedWith !== 'PROVIDER' && lodgedWith !== addressee)
    throw refuse('lodged-elsewhere', { lodgedWith, addressee });
};

const assertComplainant = (iin: string, receivedOn: LocalDate, acceptForeigners: boolean): void => {
  const parsed = parseIin(iin, { notAfter: receivedOn, acceptForeigners });
  if ('iin' in parsed) return;
  const facts = { field: 'complainant.iin', fault: parsed.fault };
  throw refuse(parsed.fault === 'business' ? 'not-an-individual' : 'iin-invalid', facts);
};

const assertContested = (command: FileComplaint, receivedOn: LocalDate): void => {
  const { contested, learnedOn } = command;
  const { kind, on } = contested;
  if (!isNamed(contested)) throw refuse('contested-moment-missing', { kind });
  if (learnedOn > receivedOn) throw refuse('learned-in-future', { field: 'learnedOn', learnedOn, receivedOn });
  if (on !== null && on > learnedOn) throw refuse('learned-in-future', { field: 'contested.on', on, learnedOn });
  if (kind === 'INACTION') assertMissed(command);
};

/** Whose inaction may be complained of: that of the provider, its head and commission, alone or with the applicant (para 12). */
const ofProvider: ReadonlySet<string> = new Set(['PROVIDER', 'PROVIDER_AND_RECIPIENT']);

/** From the end of the due day on, silence is a refusal that may be complained about (APPC 91(2), A22). */
const assertMissed = ({ contested, contestedCase, at }: FileComplaint): void => {
  if (!Object.hasOwn(ruleParagraphs, contested.rule ?? ''))
    throw refuse('contested-rule-unknown', { field: 'contested.rule' });
  const duty = contestedCase.duties.find(({ rule }) => rule === contested.rule);
  if (duty === undefined) return assertNoDuty(contested.rule, rulebookById(contestedCase.rulebook));
  const { rule, debtor, due, missedFrom, pending } = duty;
  if (!ofProvider.has(debtor)) throw refuse('inaction-of-another', { rule, debtor });
  if (pending !== null) throw refusePending(pending);
  if (missedFrom === null || !isAfter(at, missedFrom)) throw refuse('inaction-not-overdue', { rule, due });
};

/** A rule of the term table makes a duty in some cases alone; what has no row there, such as R-70, the provider has to heed in each. */
const assertNoDuty = (rule: string | null, { terms, instalments, complaintTerms }: Rulebook): void => {
  const isOfRule = (row: Readonly<{ rule: string }>): boolean => row.rule === rule;
  const ofCases = [...terms, instalments].filter(isOfRule);
  const debtors = [...ofCases, ...complaintTerms.filter(isOfRule)].map(({ debtor }) => debtor);
  const [debtor] = debtors;
  if (debtor !== undefined && !debtors.some((one) => ofProvider.has(one)))
    throw refuse('inaction-of-another', { rule, debtor });
  if (ofCases.length > 0) throw refuse('inaction-not-owed', { rule });
};

const isNamed = ({ kind, on, rule }: Contested): boolean => (kind === 'INACTION' ? rule !== null : on !== null);

/** Told where the three months of APPC 92 had passed. */
export const filingTermNotice = (learnedOn: LocalDate, receivedOn: LocalDate): string | null => {
  const until = Temporal.PlainDate.from(learnedOn).add({ months: 3 }).toString();
  return receivedOn > until ? noticeOf('complaintTermPassed', { until }) : null;
};

/** Told where the file of the case does not bear what is contested: no passage allows to refuse the complaint for that (A36). */
export const contestedNotice = (
  { kind, on }: Contested,
  { filedOn, decidedOn }: Pick<ContestedCase, 'filedOn' | 'decidedOn'>,
): string | null => {
  if (on === null) return null;
  if (kind === 'DECISION' && (decidedOn === null || decidedOn > on)) return noticeOf('decisionNotRecorded');
  return on < filedOn ? noticeOf('contestedBeforeFiling') : null;
};
