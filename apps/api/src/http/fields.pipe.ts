import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { checkFields } from '@app/contracts';
import { ProblemError } from '@app/platform';

/** Checks bodies and query strings against their shapes. Throws a problem 422 naming each field that is not valid. */
@Injectable()
export class FieldsPipe implements PipeTransform {
  transform(value: unknown, { type, metatype }: ArgumentMetadata): unknown {
    if ((type !== 'body' && type !== 'query') || !metatype || metatype === Object) return value;
    const checked = checkFields(shapeOf(metatype), value ?? null);
    if (checked.errors.length > 0) {
      throw new ProblemError('fields-invalid', 'See errors: each names a field by its path.', {
        errors: checked.errors,
      });
    }
    // a body goes on as it was sent: plain data, with exactly the fields that were checked
    return type === 'body' ? value : checked.value;
  }
}

// Nest names the parameter's type only as a function; the shapes of the contract are classes without parameters
const shapeOf = (metatype: NonNullable<ArgumentMetadata['metatype']>) => metatype as new () => object;
