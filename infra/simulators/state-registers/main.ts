import { parseArgs } from 'node:util';
import { serve, type Answer } from '../serve.js';
import { answerFor, isRegister } from './answers.js';

/** Simulates the state information systems: `POST /queries` with `{register, iin}`. Holds no data of anybody. */
const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } });

const answerTo = (question: unknown): Answer => {
  const { register, iin }: { register?: unknown; iin?: unknown } = Object(question);
  if (!isRegister(register) || typeof iin !== 'string' || !/^\d{12}$/.test(iin))
    return { status: 400, body: { error: 'a register and an iin of twelve digits' } };
  const told = answerFor(register, iin);
  if (told === 'SILENCE') return told;
  return told === 'OUTAGE' ? { status: 503, body: { error: 'the register is down' } } : { status: 200, body: told };
};

serve('The simulator of the state registers', Number(values.port), ({ method, path, body }) =>
  method === 'POST' && path === '/queries' ? answerTo(body) : { status: 404, body: { error: 'POST /queries' } },
);
