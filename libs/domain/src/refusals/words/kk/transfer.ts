import type { transferRefusals } from '../../transfer.js';
import { goOn } from '../go-on.js';
import type { WordsFor } from '../words.js';

/** The transfer into the communal stock, and what the registers say of the dwelling. */
export const transferInKazakh: WordsFor<typeof transferRefusals> = {
  'received-in-future': {
    message: 'Мәліметтер алынған күн олардың енгізілген күнінен кеш бола алмайды.',
    next: 'Мәліметтерді олар алынғаннан кейін енгізіңіз.',
  },
  'rights-information-missing': {
    message:
      'Тұрғын үйге тіркелген құқықтар (ауыртпалықтар) және оның техникалық сипаттамалары туралы мәліметтер алынған жоқ.',
    next: 'Алдымен құқықтар мен техникалық сипаттамалар туралы мәліметтерді алып, енгізіңіз.',
  },
  'rights-information-before-title': {
    message: 'Құқық тіркелгеннен кейін құқықтар туралы мәліметтер алынған жоқ; құқық тіркелген күн: {registeredOn}.',
    next: 'Құқықтар туралы мәліметтерді қайта алып, енгізіңіз.',
  },
  'nothing-to-transfer': {
    message: 'Тұрғын үй коммуналдық тұрғын үй қорында тұр: оны беру талап етілмейді.',
    next: 'Шартқа көшіңіз.',
  },
  'not-a-republican-dwelling': {
    message:
      'Қолдаухат пен мемлекеттік мүлік туралы шешім бойынша тек республикалық заңды тұлғаның тұрғын үйі беріледі.',
    next: 'Өткізу актісіне көшіңіз.',
  },
  'petition-already-sent': {
    message: 'Қолдаухат жіберіліп қойған.',
    next: goOn.kk,
  },
  'petition-not-sent': { message: 'Әкім қолдаухат жіберген жоқ.', next: 'Алдымен әкімнің қолдаухатын енгізіңіз.' },
  'industry-consent-already-given': {
    message: 'Саланың уәкілетті органы келісім беріп қойған.',
    next: goOn.kk,
  },
  'industry-consent-missing': {
    message: 'Саланың уәкілетті органы шешімді келіскен жоқ.',
    next: 'Алдымен сала уәкілетті органының келісімін енгізіңіз.',
  },
  'state-property-already-decided': {
    message: 'Мемлекеттік мүлік туралы шешім қабылданып қойған.',
    next: goOn.kk,
  },
  'state-property-not-decided': {
    message: 'Мемлекеттік мүлікті басқару жөніндегі уәкілетті орган беру туралы шешім қабылдаған жоқ.',
    next: 'Алдымен мемлекеттік мүлікті беру туралы шешімді енгізіңіз.',
  },
  'side-already-signed': {
    message: 'Бұл тарап өткізу актісіне қол қойып қойған.',
    next: 'Екінші тараптың қолын енгізіңіз.',
  },
  'deed-already-signed': {
    message: 'Екі тарап та өткізу актісіне қол қойып қойған.',
    next: goOn.kk,
  },
  'deed-not-signed': {
    message: 'Акт екі тарап қол қойғаннан кейін бекітіледі.',
    next: 'Алдымен екі тараптың да қолын енгізіңіз.',
  },
  'side-does-not-approve': {
    message: 'Бұл жолда актіні тек мынау бекітеді: {sides}.',
    next: 'Актіні бекітетін тарап атынан бекітуді енгізіңіз.',
  },
  'may-not-approve': {
    message: 'Бұл тараптан актіні тек мыналар бекітеді: {approvers}.',
    next: 'Актіні олардың біріне бекіттіріңіз.',
  },
  'side-already-approved': {
    message: 'Бұл тарап өткізу актісін бекітіп қойған.',
    next: 'Екінші тарап әлі бекітпесе, оның бекітуін енгізіңіз.',
  },
  'deed-already-approved': {
    message: 'Өткізу актісі бекітіліп қойған.',
    next: goOn.kk,
  },
  'deed-not-approved': {
    message: 'Өткізу актісі бекітілгенге дейін құқық тіркелмейді.',
    next: 'Алдымен өткізу актісінің бекітілуін енгізіңіз.',
  },
  'title-already-registered': {
    message: 'Құқық тіркеліп қойған.',
    next: goOn.kk,
  },
  'title-not-registered': {
    message: 'Коммуналдық меншік құқығы тіркелгенге дейін шарт жасалмайды.',
    next: 'Алдымен құқықтың тіркелуін енгізіңіз.',
  },
  'rights-information-before-filing': {
    message:
      'Құқықтар мен сипаттамалар туралы мәлімет осы өтініш бойынша сұралады және өтініш берілген күннен ескі болмайды: {filedOn}.',
    next: 'Мәліметті қайта алыңыз немесе оның алынған күнін тексеріңіз.',
  },
};
