import { dayInKazakh, inKazakh } from '../../calendar/days-in-words.js';
import type { Term } from '../../calendar/due-date.js';
import type { OffReason } from '../../calendar/working-calendar.js';
import type { Obliged } from '../../rulebook/rulebook.js';
import { dutyKey } from '../duty.js';
import { appendixOf, holidayOf, paragraphParts, transferredFrom, type Words } from './words.js';

/** Why a date is what it is, in Kazakh. Dates stand after a colon or a dash, so that they need no case. */
export const kazakh: Words = {
  owes: ({ debtor, kind, rule, instance, duty, term, paragraph, heldBy }) => {
    const key = dutyKey({ rule, instance });
    const what = dutiesInKazakh[key] ?? dutiesInKazakh[rule] ?? `«${duty}» орындауға`;
    const verb = rule === 'R-33' ? '' : ` ${kind === 'POWER' ? 'құқылы' : 'міндетті'}`;
    const time = heldBy === null ? within(term, rule) : `${heldBy} мерзімі шегінде`;
    return `${debtors[debtor]} ${time} ${what}${verb}: ${key}, ${paragraphInKazakh(paragraph)}.`;
  },
  quotes: (text) => `Бұйрықта былай делінген (ағылшынша аудармасы келтірілген): "${text}"`,
  filed: (on, at) => `Өтініш берілді: ${inKazakh(on)}, ${at}.`,
  afterHours: (closesAt) =>
    `Бұл жұмыс уақыты аяқталғаннан кейін (${closesAt}) болды, сондықтан келесі жұмыс күні есепке алынады.`,
  notWorking: (date, reason) => `Жұмыс күні емес: ${inKazakh(date)} — ${because(reason)}.`,
  accepted: (on) => `Сондықтан қабылданған күн болып есептеледі: ${inKazakh(on)} (4-тармақ).`,
  delivered: (on, at) => `Құжаттар көрсетілетін қызметті берушіге жеткізілді: ${inKazakh(on)}, ${at}.`,
  received: (on) => `Сондықтан олар келіп түскен күн болып есептеледі: ${inKazakh(on)} (4-тармақ).`,
  startedBy: (event, on) => `Мерзім мына оқиғадан бастап есептеледі: ${triggers[event] ?? event} — ${inKazakh(on)}.`,
  agreed: (concludedOn, on) => `Күн шартта белгіленген (жасалған күні: ${inKazakh(concludedOn)}): ${inKazakh(on)}.`,
  ordered: (orderedOn, on) =>
    `Күн шағым бойынша шешімде немесе сот актісінде белгіленген (${inKazakh(orderedOn)}): ${inKazakh(on)}.`,
  setRight: (which, { was, is, reason }) =>
    `${which === 'START' ? 'Мерзімнің басталу күні' : 'Орындалған күн'} туралы жазба түзетілді: бұрын — ` +
    `${inKazakh(was)}, енді — ${inKazakh(is)}${reason === null ? '.' : `; себебі: ${reason}`}`,
  theDayItself: (date) => `Мерзім — осы күннің өзі: ${inKazakh(date)}.`,
  runsFrom: (date, term) =>
    `Мерзім (${daysInKazakh(term)}) мына күннен бастап есептеледі, оның өзі есепке кірмейді: ${inKazakh(date)}.`,
  notCounted: (date, reason) => `Есепке кірмейді: ${inKazakh(date)} — ${because(reason)}.`,
  counted: (date, number, { last, workingWeekend }) =>
    `${number}-күн${last ? ', соңғысы' : ''}: ${inKazakh(date)}${workingWeekend ? ' — ауыстырылған жұмыс күні' : ''}.`,
  cannotEndOn: (date, reason) => `Мерзім жұмыс емес күні аяқталмайды: ${inKazakh(date)} — ${because(reason)}.`,
  movesTo: (date) => `Сондықтан соңғы күн ауысады: ${inKazakh(date)}.`,
  beganAfter: (rule, due) =>
    `Оны қамтитын жалпы мерзім (${rule}) ол басталғанға дейін аяқталған: ${inKazakh(due)}; бұл мерзімді қысқартпайды.`,
  begunBy: (event, on) => `Негізі — мына оқиға: ${triggers[event] ?? event} — ${inKazakh(on)}.`,
  heldIn: (rule, due) =>
    `Бұйрық оған жеке мерзім белгілемейді: ол мына мерзімнің (${rule}) бөлігі, ал ол мына күні аяқталады: ${inKazakh(due)}.`,
  enclosed: (rule, due) => `Оны қамтитын жалпы мерзім (${rule}) ертерек аяқталады: ${inKazakh(due)}.`,
  provisional: (year) => `${year} жылғы күнтізбе алдын ала жасалған: оның күндері әлі ауыстырылуы мүмкін.`,
  until: (kind, due) =>
    `${kind === 'POWER' ? 'Құқық мына күннің соңына дейін қолданылады' : 'Міндет мына күннің соңына дейін орындалады'}: ${inKazakh(due)}.`,
  acceptancePending: (missingYear, notBefore) =>
    `Қабылданған күн әзірге белгісіз: ${missingYear} жылғы күнтізбе жоқ. Ол мына күннен ерте болмайды: ${inKazakh(notBefore)} (4-тармақ).`,
  pending: ({ missingYear, notBefore }, nominalDue) =>
    `Орындау күні әзірге белгісіз: ${missingYear} жылғы күнтізбе жоқ. ` +
    (nominalDue === null
      ? `Мерзім мына күннен ерте аяқталмайды: ${inKazakh(notBefore)}.`
      : `Мерзімнің өзінің соңғы күні: ${inKazakh(nominalDue)}.`),
  doneWhilePending: (on, missingYear) =>
    `Орындалды: ${inKazakh(on)}; мерзімінде ме, оны ${missingYear} жылғы күнтізбе көрсетеді.`,
  done: (on, late) => `Орындалды: ${inKazakh(on)}, ${late ? 'кешігіп' : 'мерзімінде'}.`,
  fellAway: (on, late) => `Күшін жойды: ${inKazakh(on)}${late ? ', мерзімі өткеннен кейін' : ''}.`,
  extended: (on, workingDays, dueBefore) =>
    `Мерзім ${workingDays} жұмыс күніне ұзартылды (R-89, 14-тармақ): ${inKazakh(on)}` +
    `${dueBefore === null ? '' : `; ұзартылмаса, мына күні аяқталар еді: ${inKazakh(dueBefore)}`}.`,
  moved: ({ wasDue, correction: { date, to, name, source } }, since) =>
    `Бұрын мерзім мына күні аяқталатын: ${inKazakh(wasDue)}; содан кейін ${to === 'OFF' ? 'демалыс' : 'жұмыс'} күні болып жарияланды: ` +
    `${inKazakh(date)} — ${named(name)} (${source}), белгілі болған күні: ${inKazakh(since)}.`,
};

/** A length of time: a noun after a number stays as it is. */
export const daysInKazakh = ({ n, unit }: Term): string =>
  `${n} ${unit === 'working' ? 'жұмыс күні' : 'күнтізбелік күн'}`;

const within = (term: Term | null, rule: string): string => {
  if (term === null) return rule === 'R-83a' ? 'белгіленген күннен кешіктірмей' : 'келісілген күннен кешіктірмей';
  return term.n === 0 ? 'сол күні' : `${daysInKazakh(term)} ішінде`;
};

/** A place of the Order in Kazakh. */
export const paragraphInKazakh = (paragraph: string): string => {
  const appendix = appendixOf(paragraph);
  if (appendix !== null) return `${appendix}-қосымша`;
  const { number, point, isLast } = paragraphParts(paragraph);
  if (isLast) return `${number}-тармақтың соңғы абзацы`;
  return point === null ? `${number}-тармақ` : `${number}-тармақтың ${point}) тармақшасы`;
};

const because = ({ kind, name }: OffReason): string => reasons[kind](name);

const reasons: Readonly<Record<OffReason['kind'], (name: string) => string>> = {
  weekend: () => 'демалыс күні',
  holiday: (name) => `${named(name)}, мереке күні`,
  substitute: (name) => `${named(name)}, демалыс күніне тура келген мереке үшін демалыс күні`,
  transfer_off: (name) => {
    const from = transferredFrom(name);
    return from === null ? name : `ауыстырылған демалыс күні (оның орнына жұмыс күні — ${dayInKazakh(from)})`;
  },
  day_off_no_roll: (name) => `${named(name)}, демалыс күні`,
};

/** A holiday that was added later keeps the name it was added by. */
const named = (name: string): string => holidaysInKazakh[holidayOf(name)] ?? name;

export const debtors: Readonly<Record<Obliged, string>> = {
  RECIPIENT: 'Көрсетілетін қызметті алушы',
  PROVIDER: 'Көрсетілетін қызметті беруші',
  PROVIDER_AND_RECIPIENT: 'Көрсетілетін қызметті беруші мен көрсетілетін қызметті алушы',
  STATE_CORPORATION: 'Мемлекеттік корпорация',
  LOCAL_BUDGET: 'Жергілікті бюджет',
  TRANSFER_PARTIES: 'Беруші және қабылдаушы тараптар',
  STATE_PROPERTY_BODY: 'Мемлекеттік мүлікті басқару жөніндегі уәкілетті орган',
  AKIM: 'Әкім',
  INDUSTRY_BODY: 'Тиісті саланың уәкілетті органы',
  AUTHORIZED_BODY: 'Тұрғын үй қатынастары саласындағы уәкілетті орган',
  QUALITY_BODY: 'Мемлекеттік қызметтер көрсету сапасын бағалау және бақылау жөніндегі уәкілетті орган',
  COMPLAINANT: 'Шағым беруші',
};

const triggers: Readonly<Record<string, string>> = {
  DocumentsDelivered: 'құжаттардың жеткізілуі',
  DecisionSigned: 'шешімге қол қойылуы',
  PetitionSent: 'қолдаухаттың жіберілуі',
  ApplicationRegistered: 'өтініштің тіркелуі',
  PreliminaryRefusalNotified: 'хабарламаның алынуы',
  CommissionDecided: 'комиссияның шешімі',
  StatePropertyDecisionMade: 'мемлекеттік мүлікті беру туралы шешім',
  TitleRegistered: 'тұрғын үйге құқықтың тіркелуі',
  AgreementSigned: 'шарттың жасалуы',
  CaseReopened: 'қайта шешу туралы нұсқау',
  ComplaintFiled: 'шағымның келіп түсуі',
  ComplaintForwarded: 'шағымның жіберілуі',
  ComplaintRegistered: 'шағымның тіркелуі',
  ComplaintTermExtended: 'мерзімнің ұзартылуы',
};

const concludeAgreement = 'жекешелендіру шартын жасасуға';
const obtainRights =
  'тұрғын үйге тіркелген құқықтар (ауыртпалықтар) туралы мәліметтерді және оның техникалық сипаттамаларын алуға';
const considerComplaint = 'шағымды қарауға';

/** What is to be done under each rule with a term, in Kazakh, as it stands before `міндетті` and `құқылы`. */
export const dutiesInKazakh: Readonly<Record<string, string>> = {
  'R-15': 'өтініш пен құжаттарды тіркеуге',
  'R-18': 'құжаттарды көрсетілетін қызметті берушіге жеткізуге',
  'R-19': 'көрсетілетін қызметті алушыға құжаттардың қабылданғаны туралы қолхат беруге',
  'R-25': 'жеке кабинетте сұрау салудың қабылданғаны туралы мәртебені нәтижені алу күнімен бірге көрсетуге',
  'R-26': 'шешімді немесе дәлелді бас тартуды жеке кабинетке жіберуге',
  'R-47': obtainRights,
  'R-52': obtainRights,
  'R-53': 'мемлекеттік мүлікті басқару жөніндегі уәкілетті органға қолдаухат жіберуге',
  'R-54a': 'мемлекеттік мүлікті беру туралы шешімді келісуге',
  'R-59': obtainRights,
  'R-69': 'отбасының барлық мүшелері бойынша мәліметтерді мемлекеттік ақпараттық жүйелерден алуға',
  'R-79': 'тыңдау өткізуге және оның хаттамасын жүргізуге',
  'R-27': 'тұрғын үйді жекешелендіру туралы шешім қабылдауға, оны тіркеуге және оған қол қоюға',
  'R-28': concludeAgreement,
  'R-29': 'тұрғын үйді коммуналдық тұрғын үй қорына беруге және оған құқықты тіркеуге',
  'R-30': concludeAgreement,
  'R-31': 'тұрғын үйді республикалық меншіктен коммуналдық меншікке беруге және оған құқықты тіркеуге',
  'R-32': 'мемлекеттік мүлікті беру туралы шешім қабылдауға',
  'R-32a': 'өткізу актісіне қол қоюға, оны бекітуге және тұрғын үйге құқықты тіркеуге',
  'R-32b': concludeAgreement,
  'R-33': 'құжаттар топтамасы толық болмаса немесе құжаттардың мерзімі өтіп кетсе, өтінішті қабылдаудан бас тартады',
  'R-36': 'тұрғын үйдің құнын жергілікті бюджетке төлеуге',
  'R-75':
    'көрсетілетін қызметті алушыға бас тарту туралы алдын ала шешім жөнінде, тыңдаудың уақыты мен орнын көрсетіп, хабарлауға',
  'R-78': 'алдын ала шешімге қарсылық білдіруге',
  'R-83a':
    'шағым бойынша шешімде немесе сот актісінде көрсетілгендей жаңа шешім қабылдауға және оған қол қоюға (мерзімді Бұйрық емес, солар белгіледі: A31)',
  'R-84': 'шағымды оны қарайтын органға жіберуге',
  'R-86a': 'шағымды тіркеуге (Бұйрық мерзімді тіркеуден бастап есептейді, ал тіркеу күнін белгілемейді: A32)',
  'R-86': considerComplaint,
  'R-87': considerComplaint,
  'R-88': considerComplaint,
  'R-90': 'шағым берушіге мерзімнің ұзартылғаны туралы, себептерін көрсетіп, хабарлауға',
  'R-98': 'бөліп төлеудің кезекті төлемін енгізуге',
  'R-98/0': 'бастапқы жарнаны енгізуге',
};

/** The holidays of the calendar in Kazakh. */
export const holidaysInKazakh: Readonly<Record<string, string>> = {
  "New Year's Day": 'Жаңа жыл',
  'Orthodox Christmas': 'православиелік Рождество',
  "International Women's Day": 'Халықаралық әйелдер күні',
  'Nowruz Holiday': 'Наурыз мейрамы',
  "Kazakhstan's People Solidarity Holiday": 'Қазақстан халқының бірлігі мерекесі',
  'Defender of the Fatherland Day': 'Отан қорғаушы күні',
  'Victory Day': 'Жеңіс күні',
  'Capital Day': 'Астана күні',
  'Eid al-Adha': 'Құрбан айттың бірінші күні',
  'Constitution Day': 'Конституция күні',
  'Republic Day': 'Республика күні',
  'First President Day': 'Тұңғыш Президент күні',
  'Independence Day': 'Тәуелсіздік күні',
};
