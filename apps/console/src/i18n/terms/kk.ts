/** How Kazakh says roles, and why a day is off: words that the catalogue of the API does not have. */
export const terms = {
  role: {
    'front-desk': 'Мемлекеттік корпорация маманы',
    portal: 'Портал',
    caseworker: 'Іс жүргізуші',
    'commission-secretary': 'Комиссия хатшысы',
    'provider-head': 'Қызмет беруші басшысы',
    'property-officer': 'Мемлекеттік мүлік маманы',
    'communal-property-officer': 'Коммуналдық мүлік маманы',
    'complaints-officer': 'Шағымдар маманы',
    'authorized-body': 'Уәкілетті орган',
    'quality-officer': 'Сапа органының маманы',
    'quality-monitor': 'Сапа мониторингі',
    auditor: 'Аудитор',
    administrator: 'Әкімші',
  },
  off: {
    weekend: 'демалыс күні',
    holiday: 'мереке',
    substitute: 'мереке үшін демалыс',
    day_off_no_roll: 'демалыс күні',
    transfer_off: 'ауыстырылған демалыс',
    after_hours: 'жұмыс уақытынан кейін',
  },
} as const;
