import {
  tiynFromTenge,
  type Channel,
  type Consents,
  type Dwelling,
  type FamilyMember,
  type Form,
  type Medium,
  type OfficeSettings,
  type Payment,
  type Person,
  type Representative,
  type Route,
  type SubmitApplication,
  type Tenancy,
} from '@app/domain';
import type { CommandContext } from '@app/event-store';
import { actOf } from '../act.js';
import { documentOf, type DocumentInput } from './case-document.js';

/** How the applicant means to pay; `initialContribution` is in tenge, `375000.00`. */
type PaymentInput =
  | Readonly<{ mode: 'SINGLE' }>
  | Readonly<{ mode: 'INSTALMENTS'; years: number; initialContribution: string }>
  | Readonly<{ mode: 'NONE' }>;

type FamilyMemberInput = Readonly<Omit<FamilyMember, 'consent'> & { consent?: FamilyMember['consent'] }>;

/** An application as it is handed in; what may be left out may also be null. */
export type Application = Readonly<{
  channel: Channel;
  medium: Medium;
  form: Form;
  route: Route;
  officeId: string;
  applicant: Person;
  familyMembers: readonly FamilyMemberInput[];
  tenancy: Tenancy;
  dwelling: Dwelling;
  payment: PaymentInput;
  freeCategory?: string | null;
  claims?: readonly string[] | null;
  representative?: Representative | null;
  documents: readonly DocumentInput[];
  consents: Consents;
}>;

type Submission = Readonly<{
  caseId: string;
  office: OfficeSettings;
  application: Application;
  context: CommandContext;
}>;

/** The domain's command for an application. */
export const submissionOf = ({ caseId, office, application, context }: Submission): SubmitApplication => {
  const { channel, medium, form, route, applicant, tenancy, dwelling, consents } = application;
  return {
    type: 'SubmitApplication',
    ...actOf(context),
    caseId,
    office,
    channel,
    medium,
    form,
    route,
    applicant,
    tenancy,
    dwelling,
    consents,
    familyMembers: application.familyMembers.map((member) => ({ ...member, consent: member.consent ?? null })),
    payment: paymentOf(application.payment),
    freeCategory: application.freeCategory ?? null,
    claims: application.claims ?? [],
    representative: application.representative ?? null,
    documents: application.documents.map(documentOf),
  };
};

const paymentOf = (payment: PaymentInput): Payment =>
  payment.mode === 'INSTALMENTS'
    ? { ...payment, initialContribution: tiynFromTenge(payment.initialContribution) }
    : payment;
