import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { LongListQuery, UndatedOrderPageDto } from '@app/contracts';
import { Allow } from '../http/auth/allow.decorator.js';
import { pageOfAll, Queries } from '../http/queries.js';
import { Asking, type QueryRequest } from '../http/query-request.js';

/** Orders to decide a case anew that no case was reopened by. */
@ApiTags('Admin')
@Controller('api/v1/admin/undated-orders')
export class OrdersController {
  constructor(private readonly queries: Queries) {}

  @Get()
  @Allow('projections:monitor')
  @ApiOperation({ summary: 'List the orders to decide a case anew that name no day, and reopened no case (para 12)' })
  @ApiOkResponse({ type: UndatedOrderPageDto })
  async undated(@Query() query: LongListQuery, @Asking() asking: QueryRequest): Promise<UndatedOrderPageDto> {
    return this.queries.ask(asking, async ({ complaints, position }) => {
      const included = await position();
      const { items, nextCursor } = pageOfAll('undated orders', await complaints.undatedOrders(), query);
      return {
        items: items.map(({ complaintId, caseId, officeId, cause, orderedOn }) => ({
          complaintId,
          caseId,
          officeId,
          cause,
          orderedOn,
        })),
        nextCursor,
        position: included,
      };
    });
  }
}
