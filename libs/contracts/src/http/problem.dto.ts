import { ApiSchema } from '@nestjs/swagger';
import type { RefusalFacts } from '@app/domain';
import { field } from './fields/field.js';
import { Shown, ShownFacts, ShownInstant, ShownList, ShownNumber, ShownText, ShownTexts } from './fields/shown.js';
import { words } from './fields/words.js';

@ApiSchema({ description: 'A field that is not valid.' })
export class FieldErrorDto {
  @ShownText({
    example: 'familyMembers.0.iin',
    about: 'The place of the field in the body, or its name in the address.',
  })
  readonly path!: string;

  @ShownText({
    example: 'must be an IIN: twelve digits',
    about: 'What is wrong with it, in the language of the answer.',
  })
  readonly message!: string;
}

@ApiSchema({ description: 'How far one projection is.' })
export class ProjectionLagDto {
  @ShownText({ example: 'worklist', about: 'The name of the projection.' })
  readonly name!: string;

  @ShownNumber({ optional: true, about: 'Everything up to this log position is in it; null where it has never run.' })
  readonly position!: number | null;

  @field({ optional: true, about: 'The lag in seconds; null where it has never run.' }, { type: 'number' })
  readonly lagSeconds!: number | null;

  @ShownNumber({ optional: true, about: 'The lag in events; null where they were not counted.' })
  readonly lagEvents!: number | null;
}

@ApiSchema({ description: 'How far the read models are behind the position that was asked for.' })
export class LagDto {
  @ShownNumber({ about: 'The position that was asked for.' })
  readonly asked!: number;

  @ShownNumber({
    optional: true,
    about: 'Every projection includes the log up to this position; null before the first event.',
  })
  readonly position!: number | null;

  @ShownList(() => ProjectionLagDto, { about: 'One entry for each projection.' })
  readonly projections!: readonly ProjectionLagDto[];
}

@ApiSchema({ description: 'What somebody recorded meanwhile.' })
export class WrittenSinceDto {
  @ShownNumber(words.eventRevision)
  readonly revision!: number;

  @ShownText(words.eventType)
  readonly type!: string;

  @ShownInstant(words.recordedAt)
  readonly recordedAt!: string;

  @ShownText(words.enteredBy)
  readonly actor!: string;
}

@ApiSchema({ description: 'A problem (RFC 9457).' })
export class ProblemDto {
  @ShownText({ example: 'urn:shanyraq:problem:fields-invalid', about: 'The kind of problem, as a URN.' })
  readonly type!: string;

  @ShownText({ example: 'Some fields are not valid', about: 'The kind of problem, in words.' })
  readonly title!: string;

  @ShownNumber({ example: 422, about: 'The HTTP status.' })
  readonly status!: number;

  @ShownText({
    about: 'What is wrong, in the language of the answer.',
  })
  readonly detail!: string;

  @ShownText({ example: 'fields-invalid', about: 'The code of the problem, for machines; it never changes.' })
  readonly code!: string;

  @ShownText({
    optional: true,
    example: 'R-79',
    about:
      'The rule that refused, by its number in docs/law/rules.md. Null: no rule of the Order, but a guard of the system. Absent for other problems.',
  })
  readonly rule?: string | null;

  @ShownText({
    optional: true,
    example: '10',
    about: 'The paragraph of the Order that refused; null for a guard of the system, absent for other problems.',
  })
  readonly paragraph?: string | null;

  @ShownText({
    optional: true,
    example: 'Hold the hearing first, and record it with its minutes.',
    about:
      'What to do now, where a command was not carried out, in the language of the answer; absent for other problems.',
  })
  readonly next?: string;

  @ShownFacts({ optional: true, about: 'What the rule saw when it refused; absent for other problems.' })
  readonly facts?: RefusalFacts;

  @ShownList(() => FieldErrorDto, {
    optional: true,
    about: 'The fields that are not valid; absent for other problems.',
  })
  readonly errors?: readonly FieldErrorDto[];

  @ShownText({
    optional: true,
    example: 'decision:sign',
    about: 'The permission that is missing; absent for other problems.',
  })
  readonly permission?: string;

  @ShownTexts({
    optional: true,
    example: ['provider-head'],
    about:
      'The roles that have the missing permission; absent where the policy on persons says who sees them, and for other problems.',
  })
  readonly roles?: readonly string[];

  @ShownTexts({
    optional: true,
    about: 'The methods that the address has, where it lacks this one; absent for other problems.',
  })
  readonly allow?: readonly string[];

  @ShownNumber({
    optional: true,
    about: 'The revision now, where somebody wrote first, -1 where nothing is written yet; absent for other problems.',
  })
  readonly revision?: number;

  @ShownList(() => WrittenSinceDto, {
    optional: true,
    about:
      'What was recorded after the revision in `If-Match`, the newest fifty at most, in order; absent for other problems.',
  })
  readonly since?: readonly WrittenSinceDto[];

  @Shown(() => LagDto, {
    optional: true,
    about: 'How far the read models are behind, where they are; absent for other problems.',
  })
  readonly lag?: LagDto;

  @ShownText({ about: 'Finds the request in the log of the api.' })
  readonly correlationId!: string;
}
