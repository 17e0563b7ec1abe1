import type { erasureRefusals } from '../../erasure.js';
import type { WordsFor } from '../words.js';

/** Erasing the data of a person. */
export const erasureInKazakh: WordsFor<typeof erasureRefusals> = {
  'erasure-nothing-held': {
    message: 'Бұл адамның жоюға болатын деректері жоқ.',
    next: 'Нөмірді құжатпен салыстырыңыз.',
  },
  'erasure-while-open': {
    message: 'Адамның аяқталмаған ісі немесе шағымы бар: {open}.',
    next: 'Іс жабылып, сақтау мерзімі аяқталғанша күтіңіз.',
  },
  'erasure-while-retained': {
    message: 'Адамның деректері сақталуға тиіс; соңғы күні — {until}: {kept}.',
    next: 'Жоюды осы күннен кейін сұраңыз.',
  },
  'erasure-unknown': {
    message: 'Мұндай жоюды ешкім сұраған жоқ.',
    next: 'Оның нөмірін жоюлар тізімінен табыңыз.',
  },
  'erasure-confirmed-already': {
    message: 'Бұл жою расталып қойған.',
    next: 'Енді ештеңе талап етілмейді: оның қалай орындалып жатқаны жоюлар тізімінде көрінеді.',
  },
  'erasure-by-the-same': {
    message: 'Жоюды сұраған адам оны өзі растамайды.',
    next: 'Жоюды басқа әкімші растайды.',
  },
};
