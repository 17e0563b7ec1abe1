import { ActOnComplaint } from '@app/application';
import type { ComplaintCommand } from '@app/domain';
import type { CommandRow } from '../http/command-rows.js';
import { commandsController } from '../http/commands-controller.js';
import { ComplaintIdPipe } from '../http/complaint-id.pipe.js';
import { complaintCommands } from './complaint-commands.js';
import { ComplaintQueriesController } from './complaint-queries.controller.js';

/** What people do; that a duty was missed is recorded by the watch. */
type DoneByPeople = Exclude<ComplaintCommand['type'], 'RecordDutyMissed'>;

/** Everything that may be done about complaints, and everything that may be read of them. */
export const complaintControllers = [
  commandsController({
    tag: 'Complaints',
    base: 'api/v1/complaints',
    rows: complaintCommands satisfies Readonly<Record<DoneByPeople, CommandRow>>,
    about: { parameter: 'complaintId', pipe: ComplaintIdPipe },
    actOn: ActOnComplaint,
  }),
  ComplaintQueriesController,
];
