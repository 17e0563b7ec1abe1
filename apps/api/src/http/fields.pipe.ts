import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { checkFields, type InvalidField } from '@app/contracts';
import { ProblemError } from '@app/platform';
import { iinsInAddress } from './iin-in-address.js';

/** Checks bodies and query strings against their shapes. Throws a problem 422 naming each field that is not valid. */
@Injectable()
export class FieldsPipe implements PipeTransform {
  transform(value: unknown, { type, metatype }: ArgumentMetadata): unknown {
    if ((type !== 'body' && type !== 'query') || !metatype || metatype === Object) return value;
    const shape = shapeOf(metatype);
    const checked = checkFields(shape, value ?? null);
    if (type === 'body') {
      assertNone(checked.errors);
      // it goes on as it was sent: plain data, with exactly the fields that were checked
      return value;
    }
    assertNone([...checked.errors, ...iinsInAddress(shape, value)]);
    return checked.value;
  }
}

const assertNone = (errors: readonly InvalidField[]): void => {
  if (errors.length === 0) return;
  throw new ProblemError('fields-invalid', 'See errors: each names a field by its path.', { errors });
};

// Nest names the parameter's type only as a function; the shapes of the contract are classes without parameters
const shapeOf = (metatype: NonNullable<ArgumentMetadata['metatype']>) => metatype as new () => object;
