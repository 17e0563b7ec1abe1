import { parseArgs } from 'node:util';
import { serve, type Answer } from '../serve.js';

/**
 * Simulates the monitoring information system of public services: `PUT /records/<id>` keeps a record, `GET /records` shows
 * the latest thousand and how many requests there were. Keeps them in memory. With `--fail-every N` each Nth is answered 503.
 */
const { values } = parseArgs({
  options: { port: { type: 'string', default: '0' }, 'fail-every': { type: 'string', default: '0' } },
});
const failEvery = Number(values['fail-every']);
const most = 1_000;
const records = new Map<string, unknown>();
let requests = 0;

const keep = (id: string, record: unknown): Answer => {
  requests += 1;
  if (failEvery > 0 && requests % failEvery === 0) return { status: 503, body: { error: 'not now' } };
  records.delete(id);
  records.set(id, record);
  const [oldest] = records.keys();
  if (records.size > most && oldest !== undefined) records.delete(oldest);
  return { status: 200, body: { id } };
};

serve('The simulator of the monitoring system', Number(values.port), ({ method, path, body }) => {
  if (method === 'GET' && path === '/records')
    return { status: 200, body: { requests, records: [...records.values()] } };
  const id = /^\/records\/([\w-]{1,100})$/.exec(path)?.[1];
  return method === 'PUT' && id !== undefined ? keep(id, body) : { status: 404, body: { error: 'PUT /records/<id>' } };
});
