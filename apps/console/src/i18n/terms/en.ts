/** How English says roles, and why a day is off: words that the catalogue of the API does not have. */
export const terms = {
  role: {
    'front-desk': 'Front desk (State Corporation)',
    portal: 'Portal',
    caseworker: 'Caseworker',
    'commission-secretary': 'Secretary of the commission',
    'provider-head': 'Head of the provider',
    'property-officer': 'Officer for state property',
    'communal-property-officer': 'Officer for communal property',
    'complaints-officer': 'Complaints officer',
    'authorized-body': 'Authorized body',
    'quality-officer': 'Officer of the quality body',
    'quality-monitor': 'Quality monitor',
    auditor: 'Auditor',
    administrator: 'Administrator',
  },
  off: {
    weekend: 'weekend',
    holiday: 'holiday',
    substitute: 'day off for a holiday',
    day_off_no_roll: 'day off',
    transfer_off: 'moved day off',
    after_hours: 'after hours',
  },
} as const;
