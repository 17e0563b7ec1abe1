import type { newLogRefusals } from '../../new-log.js';
import type { WordsFor } from '../words.js';

/** Going on with the proof log under a new name. */
export const newLogInKazakh: WordsFor<typeof newLogRefusals> = {
  'new-log-needless': {
    message: 'Дәлелдер журналына әдеттегідей қол қойылып жатыр: жаңасын бастауға негіз жоқ.',
    next: 'Қол қойылған күйлерді қараңыз. Қол қою жаңа ғана тоқтаса, бір минуттан кейін қайта сұраңыз.',
  },
  'new-log-unknown': {
    message: 'Мұндай жаңа журналды ешкім сұраған жоқ.',
    next: 'Оның нөмірін жаңа журналдар тізімінен табыңыз.',
  },
  'new-log-confirmed-already': {
    message: 'Бұл жаңа журнал расталып қойған.',
    next: 'Енді ештеңе талап етілмейді: келесі күйге оның атымен қол қойылады.',
  },
  'new-log-by-the-same': {
    message: 'Жаңа журналды сұраған адам оны өзі растамайды.',
    next: 'Жаңа журналды басқа әкімші растайды.',
  },
};
