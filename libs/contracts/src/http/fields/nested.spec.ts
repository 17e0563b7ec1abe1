import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { SubmitApplicationDto } from '../../casework/submit-application.dto.js';
import { checkFields } from '../check-fields.js';
import { applicationBody } from '../../testing/bodies.js';

describe('an object whose shape is told by one of its fields', () => {
  it.each([{ toString: 1 }, [{ toString: 1 }], 'constructor', '__proto__', null, 7])(
    'is refused at that field where it is %j',
    (mode) => {
      const { errors } = checkFields(SubmitApplicationDto, applicationBody({ payment: { mode } }));
      expect(new Set(errors.map(({ path }) => path))).toEqual(new Set(['payment.mode']));
    },
  );
});
