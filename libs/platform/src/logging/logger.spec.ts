import { describe, expect, it } from '@jest/globals';
import { createLogger } from './logger.js';
import { NestLogger } from './nest-logger.js';

const recorded = () => {
  const lines: Record<string, unknown>[] = [];
  const destination = { write: (line: string) => lines.push(JSON.parse(line)) };
  const told = () => lines.map(({ time: _time, ...line }) => line);
  return { logger: createLogger({ name: 'api', level: 'debug', destination }), told };
};

describe('the log', () => {
  it('is one JSON object a line with level, service and fields', () => {
    const { logger, told } = recorded();
    logger.info({ route: '/cases', status: 200 }, 'request');
    expect(told()).toEqual([{ level: 'info', service: 'api', route: '/cases', status: 200, msg: 'request' }]);
  });

  it('redacts fields, messages, arguments of messages and bindings of children', () => {
    const { logger, told } = recorded();
    logger.child({ token: 'x' }).warn({ iin: '791028302728' }, 'of 791028302728 and %s', '061211600012');
    expect(told()).toEqual([
      {
        level: 'warn',
        service: 'api',
        token: '[redacted]',
        iin: '[redacted]',
        msg: 'of 7910****2728 and 0612****0012',
      },
    ]);
  });

  it('redacts an error that is logged alone', () => {
    const { logger, told } = recorded();
    logger.error(new Error('of 791028302728'));
    expect(told()).toMatchObject([{ level: 'error', err: { type: 'Error', message: 'of 7910****2728' } }]);
  });

  it('takes what Nest says, its start-up chatter as debug', () => {
    const { logger, told } = recorded();
    const nest = new NestLogger(logger);
    nest.log('Mapped {/cases}', 'RouterExplorer');
    nest.error('broken', 'stack of 791028302728', 'Scheduler');
    expect(told()).toEqual([
      { level: 'debug', service: 'api', context: 'RouterExplorer', msg: 'Mapped {/cases}' },
      { level: 'error', service: 'api', context: 'Scheduler', detail: 'stack of 7910****2728', msg: 'broken' },
    ]);
  });
});
