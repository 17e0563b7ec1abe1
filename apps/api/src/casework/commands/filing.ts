import { AskAboutFamily, AskStateRegister, RegisterApplication, SubmitApplication } from '@app/application';
import {
  AddDocumentDto,
  AskAboutFamilyDto,
  AskStateRegisterDto,
  DeliverDocumentsDto,
  IssueReceiptDto,
  RecordFamilyDataDto,
  RecordStateDataDto,
  RegisterApplicationDto,
  SetDocumentAsideDto,
  StateFamilyActDto,
  SubmitApplicationDto,
} from '@app/contracts';
import type { CaseCommand } from '@app/domain';
import { commandRows } from '../../http/command-rows.js';

/** From the application to its registration, and what is added to it. */
export const filingCommands = commandRows<CaseCommand>()({
  SubmitApplication: {
    path: '',
    permission: 'application:submit',
    body: SubmitApplicationDto,
    summary: 'Submit an application: a new case (para 3)',
    operationId: 'Filing.submit',
    by: SubmitApplication,
  },
  IssueReceipt: {
    path: 'receipt',
    permission: 'receipt:issue',
    body: IssueReceiptDto,
    summary: 'Issue the receipt for an application accepted by the State Corporation (para 5)',
    operationId: 'Filing.issueReceipt',
  },
  DeliverDocuments: {
    path: 'delivery',
    permission: 'documents:deliver',
    body: DeliverDocumentsDto,
    summary: 'Deliver the documents to the provider (para 4)',
    operationId: 'Filing.deliver',
  },
  RegisterApplication: {
    path: 'registration',
    permission: 'application:register',
    body: RegisterApplicationDto,
    summary: 'Register the application (para 4)',
    operationId: 'Filing.register',
    by: RegisterApplication,
  },
  AddDocument: {
    path: 'documents',
    permission: 'document:add',
    body: AddDocumentDto,
    summary: 'Add a document that state systems do not hold (item 8)',
    operationId: 'Filing.addDocument',
  },
  SetDocumentAside: {
    path: 'documents/set-aside',
    permission: 'completeness:confirm',
    body: SetDocumentAsideDto,
    summary: 'Set a paper aside that the file itself shows to be none (para 6)',
    operationId: 'Filing.setDocumentAside',
  },
  StateFamilyAct: {
    path: 'family-acts',
    permission: 'document:add',
    body: StateFamilyActDto,
    summary: 'State an act of family status that the application rests on, with its day (item 8)',
    operationId: 'Filing.stateFamilyAct',
  },
  RecordStateData: {
    path: 'state-data',
    permission: 'state-data:record',
    body: RecordStateDataDto,
    summary: 'Record what a state register answered about a person of the case (item 8)',
    operationId: 'Filing.recordStateData',
  },
  AskStateRegister: {
    path: 'state-data/query',
    permission: 'state-data:record',
    body: AskStateRegisterDto,
    summary: 'Ask a state register about a person of the case and record its answer (item 8)',
    operationId: 'RegisterQueries.ask',
    by: AskStateRegister,
  },
  RecordFamilyData: {
    path: 'state-data/family',
    permission: 'state-data:record',
    body: RecordFamilyDataDto,
    summary: 'Record what the state registers answered about the family (item 8)',
    operationId: 'Filing.recordFamilyData',
  },
  AskAboutFamily: {
    path: 'state-data/family/query',
    permission: 'state-data:record',
    body: AskAboutFamilyDto,
    summary: 'Ask every state register about every person of the case and record the answers (item 8)',
    operationId: 'RegisterQueries.askAboutFamily',
    by: AskAboutFamily,
  },
});
