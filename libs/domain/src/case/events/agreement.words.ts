import { say } from '../../calendar/say.js';
import type { Spoken, WordsOf } from '../../event-words.js';
import { amountIn } from '../../money/money-in-words.js';
import type { Party } from '../case.words.js';
import type { AgreementEvent } from './agreement.events.js';

const { en, ru, kk } = say;

const parties: Readonly<Record<Party, Spoken>> = {
  RECIPIENT: { en: 'recipient', ru: 'услугополучатель', kk: 'көрсетілетін қызметті алушы' },
  PROVIDER: { en: 'provider', ru: 'услугодатель', kk: 'көрсетілетін қызметті беруші' },
};

/** What is said of the agreement and its payment. */
export const agreementWords: WordsOf<AgreementEvent> = {
  AgreementOffered: {
    called: {
      en: 'Agreement offered',
      ru: 'Предложен договор о приватизации',
      kk: 'Жекешелендіру туралы шарт ұсынылды',
    },
    en: ({ agreementNumber, price, offeredOn, schedule }) =>
      `Agreement ${agreementNumber} offered ${en.on(offeredOn)} ${price === 0 ? 'free of charge' : `for ${amountIn(price, 'en')}`}${schedule === null ? '' : `, in ${schedule.length} ${schedule.length === 1 ? 'payment' : 'payments'}`}`,
    ru: ({ agreementNumber, price, offeredOn, schedule }) =>
      `Договор о приватизации № ${agreementNumber} предложен ${ru.on(offeredOn)}: ${price === 0 ? 'безвозмездно' : `стоимость ${amountIn(price, 'ru')}`}${schedule === null ? '' : `, платежей — ${schedule.length}`}`,
    kk: ({ agreementNumber, price, offeredOn, schedule }) =>
      `Жекешелендіру туралы № ${agreementNumber} шарт ${kk.on(offeredOn)} ұсынылды: ${price === 0 ? 'өтеусіз' : `құны ${amountIn(price, 'kk')}`}${schedule === null ? '' : `, төлемдер — ${schedule.length}`}`,
  },
  AgreementSigned: {
    called: { en: 'Agreement signed', ru: 'Подписан договор', kk: 'Шартқа қол қойылды' },
    en: ({ party, signedOn, concludesAgreement }) =>
      `Agreement signed by the ${parties[party].en} ${en.on(signedOn)}${concludesAgreement ? '; it is concluded' : ''}`,
    ru: ({ party, signedOn, concludesAgreement }) =>
      `Договор подписан ${ru.on(signedOn)}: ${parties[party].ru}${concludesAgreement ? '; договор заключен' : ''}`,
    kk: ({ party, signedOn, concludesAgreement }) =>
      `Шартқа ${kk.on(signedOn)} қол қойылды: ${parties[party].kk}${concludesAgreement ? '; шарт жасалды' : ''}`,
  },
  PaymentReceived: {
    called: { en: 'Payment received', ru: 'Поступил платеж', kk: 'Төлем түсті' },
    en: ({ amount, paidOn, outstanding }) =>
      `Payment of ${amountIn(amount, 'en')} received ${en.on(paidOn)}; as known then, ${outstanding === 0 ? 'nothing' : amountIn(outstanding, 'en')} was outstanding`,
    ru: ({ amount, paidOn, outstanding }) =>
      `Платеж ${amountIn(amount, 'ru')} поступил ${ru.on(paidOn)}; по сведениям на тот момент ${outstanding === 0 ? 'стоимость уплачена полностью' : `осталось уплатить ${amountIn(outstanding, 'ru')}`}`,
    kk: ({ amount, paidOn, outstanding }) =>
      `${amountIn(amount, 'kk')} төлем ${kk.on(paidOn)} түсті; сол сәттегі мәлімет бойынша ${outstanding === 0 ? 'құны толық төленген' : `төленетін қалдық — ${amountIn(outstanding, 'kk')}`}`,
  },
  PaymentReversed: {
    called: { en: 'Payment reversed', ru: 'Платеж сторнирован', kk: 'Төлем кері қайтарылды' },
    en: ({ amount, paidOn, reversedOn }) =>
      `Payment of ${amountIn(amount, 'en')} of ${en.day(paidOn)} reversed ${en.on(reversedOn)}`,
    ru: ({ amount, paidOn, reversedOn }) =>
      `Платеж ${amountIn(amount, 'ru')} от ${ru.day(paidOn)} сторнирован ${ru.on(reversedOn)}`,
    kk: ({ amount, paidOn, reversedOn }) =>
      `${kk.on(paidOn)} түскен ${amountIn(amount, 'kk')} төлем ${kk.on(reversedOn)} кері қайтарылды`,
  },
};
