import { ShownInstant } from '../../http/fields/shown.js';

/** Something recorded in a case, with when it happened. */
export class FactDto {
  @ShownInstant()
  readonly at!: string;
}
