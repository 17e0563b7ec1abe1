import type { RefusalFacts } from '@app/domain';
import { field } from './fields/field.js';
import { Shown, ShownFacts, ShownList, ShownNumber, ShownText, ShownTexts } from './fields/shown.js';

export class FieldErrorDto {
  @ShownText({ example: 'familyMembers.0.iin' })
  readonly path!: string;

  @ShownText({ example: 'must be an IIN: twelve digits' })
  readonly message!: string;
}

/** How far one projection is. */
export class ProjectionLagDto {
  @ShownText({ example: 'worklist' })
  readonly name!: string;

  @ShownNumber({ optional: true, about: 'Null where it has never run.' })
  readonly position!: number | null;

  @field({ optional: true, about: 'Null where it has never run.' }, { type: 'number' })
  readonly lagSeconds!: number | null;

  @ShownNumber({ optional: true, about: 'Null where they are not counted.' })
  readonly lagEvents!: number | null;
}

/** How far the read models are behind the position that was asked for. */
export class LagDto {
  @ShownNumber({ about: 'The position that was asked for.' })
  readonly asked!: number;

  @ShownNumber({ optional: true, about: 'The position that all of them include.' })
  readonly position!: number | null;

  @ShownList(() => ProjectionLagDto)
  readonly projections!: readonly ProjectionLagDto[];
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

  @ShownFacts({ optional: true, about: 'Where a rule refused: what it saw.' })
  readonly facts?: RefusalFacts;

  @ShownList(() => FieldErrorDto, { optional: true, about: 'Where fields are not valid.' })
  readonly errors?: readonly FieldErrorDto[];

  @ShownText({ optional: true, about: 'Where a permission is missing: its name.', example: 'decision:sign' })
  readonly permission?: string;

  @ShownTexts({ optional: true, about: 'Where an address has no such method: those that it has.' })
  readonly allow?: readonly string[];

  @Shown(() => LagDto, { optional: true, about: 'Where the read models are behind: how far.' })
  readonly lag?: LagDto;

  @ShownText({ about: 'Finds the request in the log.' })
  readonly correlationId!: string;
}
