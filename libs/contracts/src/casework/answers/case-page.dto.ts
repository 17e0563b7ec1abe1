import { ApiSchema } from '@nestjs/swagger';
import { Shown, ShownNumber } from '../../http/fields/shown.js';
import { words } from '../../http/fields/words.js';
import { CaseActionsDto } from './actions.dto.js';
import { CaseDto } from './case.dto.js';
import { TimelinePageDto } from './lists.dto.js';

@ApiSchema({ description: 'All that a page shows of a case, at one revision of it.' })
export class WholeCaseDto {
  @ShownNumber({ ...words.includes, optional: true })
  readonly position!: number | null;

  @Shown(() => CaseDto, { about: 'The case with its duties, as `/cases/{caseId}` answers.' })
  readonly case!: CaseDto;

  @Shown(() => CaseActionsDto, {
    about:
      'What may be done next, as `/cases/{caseId}/actions` answers. Its revision is that of the log: where it is later than that of the case, the case is not shown as far yet.',
  })
  readonly actions!: CaseActionsDto;

  @Shown(() => TimelinePageDto, {
    about: 'What happened up to that revision, the first 200 entries; `/cases/{caseId}/timeline` has the rest.',
  })
  readonly timeline!: TimelinePageDto;
}
