import type { newLogRefusals } from '../../new-log.js';
import type { WordsFor } from '../words.js';

/** Going on with the proof log under a new name. */
export const newLogInRussian: WordsFor<typeof newLogRefusals> = {
  'new-log-needless': {
    message: 'Журнал доказательств подписывается как обычно: начинать новый нет причины.',
    next: 'Посмотрите подписанные состояния. Если подписание только что остановилось, повторите запрос через минуту.',
  },
  'new-log-unknown': {
    message: 'Такой новый журнал никто не запрашивал.',
    next: 'Найдите его номер в списке новых журналов.',
  },
  'new-log-confirmed-already': {
    message: 'Этот новый журнал уже подтвержден.',
    next: 'Больше ничего не требуется: следующее состояние подписывается под его именем.',
  },
  'new-log-by-the-same': {
    message: 'Запросивший новый журнал сам его не подтверждает.',
    next: 'Новый журнал подтверждает другой администратор.',
  },
};
