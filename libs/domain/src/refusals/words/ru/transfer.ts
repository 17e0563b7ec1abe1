import type { transferRefusals } from '../../transfer.js';
import { goOn } from '../go-on.js';
import type { WordsFor } from '../words.js';

/** The transfer into the communal stock, and what the registers say of the dwelling. */
export const transferInRussian: WordsFor<typeof transferRefusals> = {
  'received-in-future': {
    message: 'День получения сведений не может быть позже дня их внесения.',
    next: 'Внесите сведения после их получения.',
  },
  'rights-information-missing': {
    message: 'Сведения о зарегистрированных правах (обременениях) и технических характеристиках жилища не получены.',
    next: 'Сначала получите и внесите сведения о правах и технических характеристиках.',
  },
  'rights-information-before-title': {
    message: 'После регистрации права сведения о правах не получены; право зарегистрировано: {registeredOn}.',
    next: 'Получите сведения о правах заново и внесите их.',
  },
  'nothing-to-transfer': {
    message: 'Жилище уже находится в коммунальном жилищном фонде: передавать его не требуется.',
    next: 'Переходите к договору.',
  },
  'not-a-republican-dwelling': {
    message:
      'По ходатайству и решению о государственном имуществе передается только жилище республиканского юридического лица.',
    next: 'Переходите к передаточному акту.',
  },
  'petition-already-sent': {
    message: 'Ходатайство уже направлено.',
    next: goOn.ru,
  },
  'petition-not-sent': { message: 'Аким не направил ходатайство.', next: 'Сначала внесите ходатайство акима.' },
  'industry-consent-already-given': {
    message: 'Уполномоченный орган отрасли уже дал согласие.',
    next: goOn.ru,
  },
  'industry-consent-missing': {
    message: 'Уполномоченный орган отрасли не согласовал решение.',
    next: 'Сначала внесите согласие уполномоченного органа отрасли.',
  },
  'state-property-already-decided': {
    message: 'Решение о государственном имуществе уже принято.',
    next: goOn.ru,
  },
  'state-property-not-decided': {
    message: 'Уполномоченный орган по управлению государственным имуществом не принял решение о передаче.',
    next: 'Сначала внесите решение о передаче государственного имущества.',
  },
  'side-already-signed': {
    message: 'Эта сторона уже подписала передаточный акт.',
    next: 'Внесите подпись другой стороны.',
  },
  'deed-already-signed': {
    message: 'Обе стороны уже подписали передаточный акт.',
    next: goOn.ru,
  },
  'deed-not-signed': {
    message: 'Акт утверждается после подписания обеими сторонами.',
    next: 'Сначала внесите подписи обеих сторон.',
  },
  'side-does-not-approve': {
    message: 'На этом пути акт утверждает только: {sides}.',
    next: 'Внесите утверждение от стороны, которая утверждает акт.',
  },
  'may-not-approve': {
    message: 'От этой стороны акт утверждают только: {approvers}.',
    next: 'Обеспечьте утверждение акта одним из них.',
  },
  'side-already-approved': {
    message: 'Эта сторона уже утвердила передаточный акт.',
    next: 'Внесите утверждение другой стороны, если его еще нет.',
  },
  'deed-already-approved': {
    message: 'Передаточный акт уже утвержден.',
    next: goOn.ru,
  },
  'deed-not-approved': {
    message: 'До утверждения передаточного акта право не регистрируется.',
    next: 'Сначала внесите утверждение передаточного акта.',
  },
  'title-already-registered': {
    message: 'Право уже зарегистрировано.',
    next: goOn.ru,
  },
  'title-not-registered': {
    message: 'До регистрации права коммунальной собственности договор не заключается.',
    next: 'Сначала внесите регистрацию права.',
  },
  'rights-information-before-filing': {
    message:
      'Сведения о правах и характеристиках запрашиваются по этому заявлению и не могут быть старше его подачи: {filedOn}.',
    next: 'Получите сведения заново или проверьте день их получения.',
  },
};
