/** What to do now where a step was taken already, in each language. */
export const goOn = {
  en: 'Go on with what comes next in the case; where the record is wrong, have it corrected.',
  ru: 'Переходите к следующему действию по делу; если запись ошибочна, исправьте ее.',
  kk: 'Іс бойынша келесі әрекетке көшіңіз; жазба қате болса, оны түзетіңіз.',
} as const;
