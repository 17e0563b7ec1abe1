import type { erasureRefusals } from '../../erasure.js';
import type { WordsFor } from '../words.js';

/** Erasing the data of a person. */
export const erasureInRussian: WordsFor<typeof erasureRefusals> = {
  'erasure-nothing-held': {
    message: 'Данных этого лица, которые можно удалить, нет.',
    next: 'Сверьте номер с документом.',
  },
  'erasure-while-open': {
    message: 'У лица есть незавершенное дело или жалоба: {open}.',
    next: 'Дождитесь закрытия и окончания срока хранения.',
  },
  'erasure-while-retained': {
    message: 'Данные лица подлежат хранению; последний день — {until}: {kept}.',
    next: 'Запросите удаление после этого дня.',
  },
  'erasure-unknown': {
    message: 'Такое удаление никто не запрашивал.',
    next: 'Найдите его номер в списке удалений.',
  },
  'erasure-confirmed-already': {
    message: 'Это удаление уже подтверждено.',
    next: 'Больше ничего не требуется: в списке удалений видно, как оно исполняется.',
  },
  'erasure-by-the-same': {
    message: 'Запросивший удаление сам его не подтверждает.',
    next: 'Удаление подтверждает другой администратор.',
  },
};
