import type { Language } from '@app/domain';
import { problemKinds, problemType, type Problem } from '@app/platform';

/** Why persons are not shown, where that has to do with the record of who looks. */
export type AccessCode = 'purpose-missing' | 'purpose-refused' | 'access-not-recorded';

/** Nothing of a person is shown: no purpose is given, it cannot be kept, or nothing can be put on record. */
export class AccessRefused extends Error {
  override readonly name = 'AccessRefused';
  readonly named: readonly string[];

  constructor(
    readonly code: AccessCode,
    { named = [], cause }: Readonly<{ named?: readonly string[]; cause?: unknown }> = {},
  ) {
    super(words[code].en.detail, { cause });
    this.named = named;
  }
}

/** The problem that says so, in the language asked for. */
export const accessProblem = (
  { code, named }: AccessRefused,
  language: Language,
): Readonly<{ problem: Problem; retryAfterSeconds: number | null }> => {
  const { title, detail, next } = words[code][language];
  const errors = code === 'access-not-recorded' ? {} : { errors: [{ path: 'X-Purpose', message: detail }] };
  const choices = named.length > 0 ? ` ${named.join('; ')}` : '';
  return {
    problem: {
      type: problemType(code),
      title,
      status: problemKinds[code][0],
      detail,
      next: `${next}${choices}`,
      code,
      ...errors,
    },
    retryAfterSeconds: code === 'access-not-recorded' ? 1 : null,
  };
};

type Words = Readonly<{ title: string; detail: string; next: string }>;

const words: Readonly<Record<AccessCode, Readonly<Record<Language, Words>>>> = {
  'purpose-missing': {
    en: {
      title: 'Say why you look',
      detail: 'Your role sees persons in clear only for a purpose, which is put on record.',
      next: 'Send the purpose in the header X-Purpose, 200 characters at most, or leave unmask out.',
    },
    ru: {
      title: 'Укажите цель просмотра',
      detail: 'Ваша роль видит персональные данные открыто только с указанием цели; цель записывается.',
      next: 'Укажите цель в заголовке X-Purpose (не более 200 знаков) или уберите unmask.',
    },
    kk: {
      title: 'Қарау мақсатын көрсетіңіз',
      detail: 'Сіздің рөліңіз дербес деректерді мақсаты көрсетілгенде ғана ашық көреді; мақсат жазылып алынады.',
      next: 'Мақсатты X-Purpose тақырыбында (200 таңбадан аспайтын) жіберіңіз немесе unmask дегенді алып тастаңыз.',
    },
  },
  'purpose-refused': {
    en: {
      title: 'This purpose cannot be put on record',
      detail:
        'A purpose is plain text of 200 characters at most without an IIN, and one of those that are named where the installation names some.',
      next: 'Say the purpose without naming a person by number.',
    },
    ru: {
      title: 'Эту цель нельзя записать',
      detail:
        'Цель: обычный текст не длиннее 200 знаков, без ИИН; если в системе задан перечень целей, то одна из них.',
      next: 'Укажите цель, не называя ИИН.',
    },
    kk: {
      title: 'Бұл мақсатты жазып алуға болмайды',
      detail:
        'Мақсат: ЖСН жоқ, 200 таңбадан аспайтын жай мәтін; жүйеде мақсаттар тізімі берілген болса, солардың бірі.',
      next: 'Мақсатты ЖСН-сіз көрсетіңіз.',
    },
  },
  'access-not-recorded': {
    en: {
      title: 'It cannot be put on record who looks',
      detail: 'The event store gave no answer: what shows persons in clear is not sent without a record of it.',
      next: 'Try again in a moment, or ask with unmask=false: what is masked is still answered.',
    },
    ru: {
      title: 'Просмотр нельзя записать',
      detail: 'Хранилище событий не ответило: персональные данные не показываются без записи о просмотре.',
      next: 'Повторите через некоторое время или запросите с unmask=false: скрытые данные показываются и сейчас.',
    },
    kk: {
      title: 'Қарауды жазып алу мүмкін емес',
      detail: 'Оқиғалар қоймасы жауап бермеді: қарау жазылмайынша дербес деректер көрсетілмейді.',
      next: 'Сәл кейін қайталаңыз немесе unmask=false арқылы сұраңыз: жасырылған деректер қазір де көрсетіледі.',
    },
  },
};
