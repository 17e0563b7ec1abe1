import { ApiSchema } from '@nestjs/swagger';
import { ShownInstant } from '../../http/fields/shown.js';
import { words } from '../../http/fields/words.js';

@ApiSchema({ description: 'Something that was recorded in a case or a complaint.' })
export class FactDto {
  @ShownInstant(words.at)
  readonly at!: string;
}
