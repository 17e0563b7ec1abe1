import { inKazakh } from '../../calendar/days-in-words.js';
import type { RefusalCode } from '../refuse.js';
import { agreementInKazakh } from './kk/agreement.js';
import { closingInKazakh } from './kk/closing.js';
import { complaintInKazakh } from './kk/complaint.js';
import { erasureInKazakh } from './kk/erasure.js';
import { newLogInKazakh } from './kk/new-log.js';
import { filingInKazakh } from './kk/filing.js';
import { stageOneInKazakh } from './kk/stage-one.js';
import { stageTwoInKazakh } from './kk/stage-two.js';
import { timeInKazakh } from './kk/times.js';
import { transferInKazakh } from './kk/transfer.js';
import type { Terms } from './terms.js';
import type { FactWords, Told } from './words.js';

/** What every refusal says in Kazakh. Dates stand after a colon or a dash, so that they need no case. */
export const refusalsInKazakh: Readonly<Record<RefusalCode, Told>> = {
  ...timeInKazakh,
  ...filingInKazakh,
  ...stageOneInKazakh,
  ...stageTwoInKazakh,
  ...transferInKazakh,
  ...agreementInKazakh,
  ...closingInKazakh,
  ...complaintInKazakh,
  ...erasureInKazakh,
  ...newLogInKazakh,
};

const terms: Terms = {
  STATE_CORPORATION: 'Мемлекеттік корпорация',
  PORTAL: 'портал',
  ELECTRONIC: 'электрондық',
  PAPER: 'қағаз',
  PROVIDER_HEAD: 'көрсетілетін қызметті берушінің басшысы',
  AUTHORIZED_BODY: 'тұрғын үй қатынастары саласындағы уәкілетті орган',
  QUALITY_BODY: 'мемлекеттік қызметтер көрсету сапасын бағалау және бақылау жөніндегі уәкілетті орган',
  TRANSFERRING: 'беруші тарап',
  RECEIVING: 'қабылдаушы тарап',
  STATE_PROPERTY_TERRITORIAL_HEAD:
    'мемлекеттік мүлікті басқару жөніндегі уәкілетті органның аумақтық бөлімшесінің басшысы',
  NATIONAL_BANK_DEPUTY_CHAIRMAN: 'Ұлттық Банк Төрағасының орынбасары',
  COMMUNAL_PROPERTY_BODY_HEAD: 'коммуналдық мүлікке билік етуге уәкілетті атқарушы органның басшысы',
  AKIM_OFFICE: 'әкім аппараты',
  IDENTITY: 'жеке басын куәландыру',
  MARRIAGE_DIVORCE: 'неке және оны бұзу',
  DEATH: 'қайтыс болу',
  BIRTH: 'туу',
  MARRIAGE: 'неке',
  DISSOLUTION: 'некені бұзу',
  HOUSING: 'меншіктегі тұрғын үй',
  ADDRESS: 'мекенжай',
  COURT_DECISIONS: 'сот шешімдері',
  SOCIAL_STATUS: 'әлеуметтік осалдық',
  FAMILY_STATUS_ACT: 'азаматтық хал актісі',
  COURT_RECOGNIZED_FAMILY: 'сот шешімі бойынша отбасы мүшесі',
  SOCIALLY_VULNERABLE: 'әлеуметтік осалдық',
  OCCUPATION: 'қызмет түрі',
  COSMONAUT: 'ғарышкер немесе ғарышкерлікке кандидат',
  MISSING: 'жоқ —',
  EXPIRED: 'мерзімі өткен —',
  UNSIGNED: 'қол қойылмаған —',
  D1: 'өтініш',
  D2: 'неке, оны бұзу, қайтыс болу немесе туу туралы куәлік',
  D3: 'жалдау шарты немесе ордер',
  D4: 'отбасы мүшелері туралы сот шешімі',
  D5: 'әлеуметтік осалдықты растайтын құжат',
  D6: 'жұмыс немесе қызмет орнынан анықтама',
  D7: 'ғарышкер мәртебесін растайтын құжат',
  D8: 'жалдау шарты бойынша берешектің жоқтығын растайтын құжат',
  D9: 'өтеусіз алу санатын растайтын құжат',
  place: 'орны',
  body: 'органның атауы',
  official: 'лауазымды адам',
  secretary: 'хатшы',
  participants: 'қатысушылар',
  question: 'мәселенің мазмұны',
  explanations: 'түсіндірмелердің мазмұны',
  signedByChair: 'төрағалық етушінің қолы',
  signedBySecretary: 'хатшының қолы',
  facts: 'мән-жайлар',
  reasons: 'себептер',
  OFF: 'демалыс күні',
  WORKING: 'жұмыс күні',
  A_TEXT: 'мәтін',
  AN_AMOUNT: 'теңгемен, нүктеден кейін екі таңбамен көрсетілген сома',
  A_WHOLE_NUMBER: 'бүтін сан',
  A_DAY: '«жыл-ай-күн» түріндегі күн',
  AN_INSTANT: 'дүниежүзілік уақыттан ығысуы көрсетілген уақыт сәті',
  person: 'тұлға',
};

/** How facts are said in Kazakh. */
export const kazakh: FactWords & Readonly<{ terms: Terms }> = { date: inKazakh, terms };
