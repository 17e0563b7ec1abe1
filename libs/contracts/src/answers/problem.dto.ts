import { ShownList, ShownNumber, ShownObject, ShownText } from '../fields/shown.js';

export class FieldErrorDto {
  @ShownText({ example: 'familyMembers.0.iin' })
  readonly path!: string;

  @ShownText({ example: 'must be an IIN: twelve digits' })
  readonly message!: string;
}

/** A problem (RFC 9457). */
export class ProblemDto {
  @ShownText({ example: 'urn:shanyraq:problem:fields-invalid' })
  readonly type!: string;

  @ShownText({ example: 'Some fields are not valid' })
  readonly title!: string;

  @ShownNumber({ example: 422 })
  readonly status!: number;

  @ShownText()
  readonly detail!: string;

  @ShownText({ about: 'Stable for ever.', example: 'fields-invalid' })
  readonly code!: string;

  @ShownText({ optional: true, about: 'Where a rule refused: its row in docs/law/rules.md.', example: 'R-79' })
  readonly rule?: string;

  @ShownText({ optional: true, about: 'Where a rule refused: the paragraph of the Order.', example: '10' })
  readonly paragraph?: string;

  @ShownObject({ optional: true, about: 'Where a rule refused: what it saw.' })
  readonly facts?: Readonly<Record<string, unknown>>;

  @ShownList(() => FieldErrorDto, { optional: true, about: 'Where fields are not valid.' })
  readonly errors?: readonly FieldErrorDto[];

  @ShownText({ optional: true, about: 'Where a permission is missing: its name.', example: 'decision:sign' })
  readonly permission?: string;

  @ShownObject({ optional: true, about: 'Where a projection is behind: how far.' })
  readonly lag?: unknown;

  @ShownText({ about: 'Finds the request in the log.' })
  readonly correlationId!: string;
}
