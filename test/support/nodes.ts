import { startProcess, type RunningProcess } from './process.js';

const eventNode = 'dist/infra/embedded/event-node/main.js';
const documentNode = 'dist/infra/embedded/document-node/main.js';

/** The embedded event store on a folder; port 0 means any free one. The url is `esdb://…`. */
export const startEventNode = (folder: string, port = 0): Promise<RunningProcess> =>
  startProcess(eventNode, ['--data', folder, '--port', String(port)]);

/**
 * The embedded document store on a folder; port 0 means any free one. The url is `mongodb://…` without a database name. With
 * `DOCUMENT_NODE_WIRE_VERSION: '21'` it says that it is MongoDB 7, and refuses what is newer.
 */
export const startDocumentNode = (folder: string, port = 0, env: NodeJS.ProcessEnv = {}): Promise<RunningProcess> =>
  startProcess(documentNode, ['--data', folder, '--port', String(port)], env);
