import { type OrderCause, orderCauses } from '@app/domain';
import { ApiSchema } from '@nestjs/swagger';
import { ShownChoice, ShownDate, ShownList, ShownText } from '../http/fields/shown.js';
import { words } from '../http/fields/words.js';
import { PageDto } from '../casework/answers/lists.dto.js';

@ApiSchema({
  description:
    'A decision on a complaint, or a ruling, that has its case decided anew and names no day: it was made before a day was asked for. Its case was not reopened.',
})
export class UndatedOrderDto {
  @ShownText({ about: 'The complaint that it was made on.' })
  readonly complaintId!: string;

  @ShownText(words.caseId)
  readonly caseId!: string;

  @ShownText(words.officeId)
  readonly officeId!: string;

  @ShownChoice(orderCauses, { about: 'Who has the case decided anew.' })
  readonly cause!: OrderCause;

  @ShownDate({ about: 'The day of the decision or ruling.' })
  readonly orderedOn!: string;
}

@ApiSchema({ description: 'A page of the orders that no case was reopened by.' })
export class UndatedOrderPageDto extends PageDto {
  @ShownList(() => UndatedOrderDto, { about: 'The orders of this page.' })
  readonly items!: readonly UndatedOrderDto[];
}
