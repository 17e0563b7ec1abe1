/** How Russian says roles, and why a day is off: words that the catalogue of the API does not have. */
export const terms = {
  role: {
    'front-desk': 'Специалист Госкорпорации',
    portal: 'Портал',
    caseworker: 'Исполнитель',
    'commission-secretary': 'Секретарь комиссии',
    'provider-head': 'Руководитель услугодателя',
    'property-officer': 'Специалист по госимуществу',
    'communal-property-officer': 'Специалист по коммунальному имуществу',
    'complaints-officer': 'Специалист по жалобам',
    'authorized-body': 'Уполномоченный орган',
    'quality-officer': 'Сотрудник органа контроля качества',
    'quality-monitor': 'Мониторинг качества',
    auditor: 'Аудитор',
    administrator: 'Администратор',
  },
  off: {
    weekend: 'выходной',
    holiday: 'праздник',
    substitute: 'выходной за праздник',
    day_off_no_roll: 'нерабочий день',
    transfer_off: 'перенесенный выходной',
    after_hours: 'после окончания работы',
  },
} as const;
