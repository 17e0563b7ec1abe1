import { say } from '../calendar/say.js';
import { debtors as debtorsInEnglish } from '../duties/words/en.js';
import { debtors as debtorsInKazakh } from '../duties/words/kk.js';
import { debtors as debtorsInRussian } from '../duties/words/ru.js';
import type { Language } from '../language.js';
import type { LocalDate } from '../case/case.types.js';
import type { DutyStanding } from '../duties/duty.js';
import type { Obliged } from '../rulebook/rulebook.js';

/** What of a duty may change. */
export type DutyThen = Readonly<{
  /** Null while it is pending: `missingYear` is the year without calendar that it needs. */
  due: LocalDate | null;
  missingYear: number | null;
  standing: DutyStanding;
  debtor: Obliged;
  dischargedOn: LocalDate | null;
  fellAwayOn: LocalDate | null;
}>;

/** What became of a duty between two points, in words; null where there was none. */
export const changeIn = (from: DutyThen | null, to: DutyThen | null, language: Language): string => {
  const words = wordsOf[language];
  const standing = (then: DutyThen): string => words.standings[then.standing](then);
  if (to === null) return words.gone;
  if (from === null) return `${standing(to)}, ${words.due(to)}`;
  const parts = [
    from.standing === to.standing && from.dischargedOn === to.dischargedOn ? null : standing(to),
    from.due === to.due ? null : dayIn(from, to, words),
    from.debtor === to.debtor ? null : words.owedBy(words.obliged(to.debtor), words.obliged(from.debtor)),
  ];
  return parts.filter((part) => part !== null).join('; ') || `${standing(to)}, ${words.due(to)}`;
};

const dayIn = (from: DutyThen, to: DutyThen, words: ChangeWords): string =>
  from.due === null || to.due === null ? words.due(to) : words.moved(from, to);

type ChangeWords = Readonly<{
  gone: string;
  due: (then: DutyThen) => string;
  moved: (from: DutyThen, to: DutyThen) => string;
  owedBy: (now: string, before: string) => string;
  obliged: (one: Obliged) => string;
  standings: Readonly<Record<DutyStanding, (then: DutyThen) => string>>;
}>;

const { en, ru, kk } = say;

const wordsOf: Readonly<Record<Language, ChangeWords>> = {
  en: {
    gone: 'not owed any more',
    due: ({ due, missingYear }) =>
      due === null ? `due when there is a calendar of ${missingYear}` : `due ${en.on(due)}`,
    moved: (from, to) => `due ${en.on(to.due)}, not ${en.on(from.due)}`,
    owedBy: (now, before) => `owed by ${now}, not by ${before}`,
    obliged: (one) => debtorsInEnglish[one].replace(/^The/, 'the'),
    standings: {
      OPEN: () => 'open',
      OVERDUE: () => 'overdue',
      LAPSED: () => 'lapsed unused',
      KEPT: ({ dischargedOn }) => `done in time ${en.on(dischargedOn)}`,
      LATE: ({ dischargedOn }) => `done late ${en.on(dischargedOn)}`,
      FALLEN_AWAY: ({ fellAwayOn }) => `fallen away ${en.on(fellAwayOn)}`,
      PENDING: ({ dischargedOn }) => (dischargedOn === null ? 'pending' : `done ${en.on(dischargedOn)}, pending`),
    },
  },
  ru: {
    gone: 'больше не подлежит исполнению',
    due: ({ due, missingYear }) =>
      due === null
        ? `последний день станет известен с календарем ${missingYear} года`
        : `последний день — ${ru.day(due)}`,
    moved: (from, to) => `последний день — ${ru.day(to.due)}, прежде — ${ru.day(from.due)}`,
    owedBy: (now, before) => `обязанное лицо — ${now}, прежде — ${before}`,
    obliged: (one) => lowered(debtorsInRussian[one].name),
    standings: {
      OPEN: () => 'не исполнена, срок не истек',
      OVERDUE: () => 'просрочена',
      LAPSED: () => 'право не использовано',
      KEPT: ({ dischargedOn }) => `исполнена в срок ${ru.on(dischargedOn)}`,
      LATE: ({ dischargedOn }) => `исполнена с опозданием ${ru.on(dischargedOn)}`,
      FALLEN_AWAY: ({ fellAwayOn }) => `отпала ${ru.on(fellAwayOn)}`,
      PENDING: ({ dischargedOn }) =>
        dischargedOn === null ? 'срок неизвестен' : `исполнена ${ru.on(dischargedOn)}, срок неизвестен`,
    },
  },
  kk: {
    gone: 'енді орындалуға тиіс емес',
    due: ({ due, missingYear }) =>
      due === null ? `соңғы күні ${missingYear} жылғы күнтізбемен белгілі болады` : `соңғы күні — ${kk.day(due)}`,
    moved: (from, to) => `соңғы күні — ${kk.day(to.due)}, бұрын — ${kk.day(from.due)}`,
    owedBy: (now, before) => `міндетті тұлға — ${now}, бұрын — ${before}`,
    obliged: (one) => lowered(debtorsInKazakh[one]),
    standings: {
      OPEN: () => 'орындалмаған, мерзімі өткен жоқ',
      OVERDUE: () => 'мерзімі өткен',
      LAPSED: () => 'құқық пайдаланылмады',
      KEPT: ({ dischargedOn }) => `мерзімінде орындалды, ${kk.day(dischargedOn)}`,
      LATE: ({ dischargedOn }) => `кешігіп орындалды, ${kk.day(dischargedOn)}`,
      FALLEN_AWAY: ({ fellAwayOn }) => `күшін жойды, ${kk.day(fellAwayOn)}`,
      PENDING: ({ dischargedOn }) =>
        dischargedOn === null ? 'мерзімі белгісіз' : `орындалды, ${kk.day(dischargedOn)}, мерзімі белгісіз`,
    },
  },
};

const lowered = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
