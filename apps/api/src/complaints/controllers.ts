import { ComplaintCommandsController } from './complaint-commands.controller.js';
import { ComplaintQueriesController } from './complaint-queries.controller.js';

/** Everything that may be done about complaints, and everything that may be read of them. */
export const complaintControllers = [ComplaintCommandsController, ComplaintQueriesController];
