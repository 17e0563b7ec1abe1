import { AgreementController } from './agreement.controller.js';
import { ClosingController } from './closing.controller.js';
import { DecisionController } from './decision.controller.js';
import { ExaminationController } from './examination.controller.js';
import { FilingController } from './filing.controller.js';
import { CaseQueriesController } from './queries.controller.js';
import { RegisterQueriesController } from './register-queries.controller.js';
import { TransferController } from './transfer.controller.js';

/** Everything that may be done to a case, stage after stage, and everything that may be read of it. */
export const caseworkControllers = [
  FilingController,
  RegisterQueriesController,
  ExaminationController,
  DecisionController,
  TransferController,
  AgreementController,
  ClosingController,
  CaseQueriesController,
];
