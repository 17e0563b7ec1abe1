import type { Language } from '../language.js';

/** What an event tells beside what was done. It is recorded in English, and said to people in their language. */
const notices = {
  minor: {
    en: 'By the IIN the applicant was under 18 on the day of filing; who acts for a minor is for the commission to look at.',
    ru: 'По ИИН услугополучателю в день подачи заявления не было 18 лет; кто действует за несовершеннолетнего, смотрит комиссия.',
    kk: 'ЖСН бойынша көрсетілетін қызметті алушы өтініш берілген күні 18 жасқа толмаған; кәмелетке толмағанның атынан кім әрекет ететінін комиссия қарайды.',
  },
  edsLate: {
    en: 'The EDS is {days} days later than the act that it signs; this installation asks about more than {allowed}.',
    ru: 'ЭЦП поставлена позже действия, которое она подписывает; дней: {days}. Порог, установленный в этой системе: {allowed}.',
    kk: 'ЭЦҚ ол қол қоятын әрекеттен кеш қойылған; күн саны: {days}. Осы жүйеде белгіленген шек: {allowed}.',
  },
  chairIsSecretary: {
    en: 'The chair is the secretary as well. The Order does not forbid it; the minutes are signed by both (APPC, article 74).',
    ru: 'Председатель является и секретарем. Приказ этого не запрещает; протокол подписывают оба (АППК, статья 74).',
    kk: 'Төраға хатшы да болып табылады. Бұйрық бұған тыйым салмайды; хаттамаға екеуі де қол қояды (ӘРПК, 74-бап).',
  },
  onPaper: {
    en: 'Paragraph 8 speaks of an electronic agreement; this one is on paper (R-39).',
    ru: 'Пункт 8 говорит об электронном договоре; этот заключается на бумаге (R-39).',
    kk: '8-тармақта электрондық шарт туралы айтылған; бұл шарт қағаз түрінде жасалады (R-39).',
  },
  fewerYears: {
    en: 'The application asks for {asked} years; for a dwelling of this residual value {granted} are granted (R-98).',
    ru: 'В заявлении указан срок, лет: {asked}. При этой остаточной стоимости жилища предоставляется, лет: {granted} (R-98).',
    kk: 'Өтініште көрсетілген мерзім, жыл: {asked}. Тұрғынжайдың осы қалдық құны кезінде берілетіні, жыл: {granted} (R-98).',
  },
  earlierDecree: {
    en: 'The edition of Decree No. 673 of 19 September 2025 is not transcribed; the parameters in force on 21 January 2025 are used in its place.',
    ru: 'Редакция постановления № 673 от 19 сентября 2025 года не перенесена в систему; вместо нее применены параметры, действовавшие на 21 января 2025 года.',
    kk: '№ 673 қаулының 2025 жылғы 19 қыркүйектегі редакциясы жүйеге енгізілмеген; оның орнына 2025 жылғы 21 қаңтарда қолданыста болған параметрлер қолданылды.',
  },
  complaintTermPassed: {
    en: 'The three months for a complaint (APPC 92) ended on {until}; that is no ground to refuse it, and the term may be restored.',
    ru: 'Трехмесячный срок обжалования (АППК, статья 92) истек: {until}. Это не основание для отказа в приеме жалобы; срок может быть восстановлен.',
    kk: 'Шағым берудің үш айлық мерзімі (ӘРПК, 92-бап) өтті: {until}. Бұл шағымды қабылдаудан бас тартуға негіз болмайды; мерзім қалпына келтірілуі мүмкін.',
  },
  decisionNotRecorded: {
    en: 'The case has no decision of that day or before; whoever considers the complaint asks which decision is meant.',
    ru: 'В деле нет решения, принятого в этот день или раньше; рассматривающий жалобу выясняет, какое решение имеется в виду.',
    kk: 'Істе осы күні немесе одан бұрын қабылданған шешім жоқ; шағымды қарайтын тұлға қай шешім туралы айтылғанын анықтайды.',
  },
  contestedBeforeFiling: {
    en: 'What is contested lies before the application; whoever considers the complaint asks whether this case is meant.',
    ru: 'Обжалуемое действие совершено до подачи заявления; рассматривающий жалобу выясняет, об этом ли деле идет речь.',
    kk: 'Шағым жасалған әрекет өтініш берілгенге дейін болған; шағымды қарайтын тұлға осы іс туралы айтылғанын анықтайды.',
  },
  demonstration: {
    en: 'The edition of the Rules in force on the day of acceptance (Order No. 115 of 4 April 2025) is not transcribed; the 2021 rulebook was chosen for demonstration.',
    ru: 'Редакция Правил, действующая в день принятия (приказ № 115 от 4 апреля 2025 года), не перенесена в систему; для показа выбраны правила 2021 года.',
    kk: 'Қабылданған күні қолданыстағы Қағидалардың редакциясы (2025 жылғы 4 сәуірдегі № 115 бұйрық) жүйеге енгізілмеген; көрсету үшін 2021 жылғы қағидалар таңдалған.',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

type Facts = Readonly<Record<string, number | string>>;

/** A notice as an event keeps it. */
export const noticeOf = (name: keyof typeof notices, facts: Facts = {}): string =>
  notices[name].en.replaceAll(/\{(\w+)\}/g, (_, fact: string) => String(facts[fact]));

/** A recorded notice in a language. What is none of these stays as it was recorded: an act's own words, or those of an older version. */
export const noticeIn = (language: Language, recorded: string): string =>
  Object.values(notices).reduce<string>(
    (told, sentences) => told.replace(patternOf(sentences.en), asReplacement(sentences[language])),
    recorded,
  );

const asReplacement = (sentence: string): string => sentence.replaceAll(/\{(\w+)\}/g, '$$<$1>');

/** The English sentence with a group for each number or day in it. */
const patternOf = (sentence: string): RegExp => {
  const literal = sentence.replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(literal.replaceAll(/\{(\w+)\}/g, String.raw`(?<$1>[\d-]+)`));
};
