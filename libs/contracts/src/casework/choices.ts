import type { Channel, CommissionKind, DocumentType, Form, Medium, Party, Route, Vote } from '@app/domain';
import { choicesOf } from '../fields/values.js';

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
