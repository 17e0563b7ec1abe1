import type {
  Channel,
  CommissionKind,
  DeedApprover,
  DocumentType,
  Form,
  Identification,
  Medium,
  Party,
  RefusalGround,
  RegisterOutcome,
  ResultKind,
  Route,
  Side,
  StateRegister,
  Vote,
} from '@app/domain';
import { choicesOf } from '../http/fields/values.js';

export const channels = choicesOf<Channel>({ STATE_CORPORATION: true, PORTAL: true });
export const media = choicesOf<Medium>({ ELECTRONIC: true, PAPER: true });
export const forms = choicesOf<Form>({ GRATUITOUS: true, REDEMPTION: true });
export const routes = choicesOf<Route>({ COMMUNAL: true, COMMUNAL_ENTITY: true, REPUBLICAN_ENTITY: true });
export const parties = choicesOf<Party>({ RECIPIENT: true, PROVIDER: true });
export const votes = choicesOf<Vote>({ FOR: true, AGAINST: true, ABSTAINED: true, RECUSED: true });
export const commissionKinds = choicesOf<CommissionKind>({
  LOCAL_EXECUTIVE_BODY: true,
  STATE_ENTERPRISE: true,
  STATE_INSTITUTION: true,
});
export const documentTypes = choicesOf<DocumentType>({
  D1: true,
  D2: true,
  D3: true,
  D4: true,
  D5: true,
  D6: true,
  D7: true,
  D8: true,
  D9: true,
});
export const grounds = choicesOf<RefusalGround>({
  UNRELIABLE_DOCUMENTS: true,
  NOT_COMPLIANT: true,
  RIGHT_DEPRIVED_BY_COURT: true,
});
export const registers = choicesOf<StateRegister>({
  IDENTITY: true,
  MARRIAGE_DIVORCE: true,
  DEATH: true,
  BIRTH: true,
  HOUSING: true,
  ADDRESS: true,
  COURT_DECISIONS: true,
  SOCIAL_STATUS: true,
});
export const registerOutcomes = choicesOf<RegisterOutcome>({ FOUND: true, NOT_FOUND: true, UNAVAILABLE: true });
export const sides = choicesOf<Side>({ TRANSFERRING: true, RECEIVING: true });
export const deedApprovers = choicesOf<DeedApprover>({
  STATE_PROPERTY_TERRITORIAL_HEAD: true,
  NATIONAL_BANK_DEPUTY_CHAIRMAN: true,
  COMMUNAL_PROPERTY_BODY_HEAD: true,
  AKIM_OFFICE: true,
});
export const results = choicesOf<ResultKind>({
  REJECTION: true,
  REFUSAL: true,
  DECISION: true,
  TRANSFER_DEED: true,
  AGREEMENT: true,
});
export const identifications = choicesOf<Identification>({ IDENTITY_DOCUMENT: true, DIGITAL_DOCUMENT: true });
