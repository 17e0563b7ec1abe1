import { noticeIn, type Language } from '@app/domain';
import type { CaseFacts } from '@app/read-models';

/** The facts of a case, with what they tell beside what was done in a language; events hold it in English. */
export const withNoticesIn = (language: Language, facts: CaseFacts): CaseFacts => {
  // Documents of an older version do not know of some.
  const say = (notice: string | null): string | null => notice && noticeIn(language, notice);
  const { application, registration, commission, decisionSignature, agreement } = facts;
  const signed = <Act extends Readonly<{ edsNotice: string | null }>>(act: Act): Act => ({
    ...act,
    edsNotice: say(act.edsNotice),
  });
  return {
    ...facts,
    application: application && {
      ...application,
      minorNotice: say(application.minorNotice),
      rulebookNotice: say(application.rulebookNotice),
    },
    registration: registration && signed(registration),
    commission: commission && { ...commission, chairNotice: say(commission.chairNotice) },
    decisionSignature: decisionSignature && signed(decisionSignature),
    agreement: agreement && {
      ...agreement,
      paperNotice: say(agreement.paperNotice),
      decreeNotice: say(agreement.decreeNotice),
    },
    signatures: facts.signatures.map(signed),
    results: facts.results.map(signed),
  };
};
