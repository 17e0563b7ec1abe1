import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CaseHistories } from '@app/application';
import { CaseProofDto, LongListQuery, SignedHeadsDto } from '@app/contracts';
import { ProofLogReader, type CosignedHead, type ProofLogStanding } from '@app/proof-log';
import { pageLimit, pageOf, readCursor, writeCursor } from '@app/read-models';
import { Allow } from '../http/auth/allow.decorator.js';
import { headAwaited } from './bundle/evidence.js';
import { CaseIdPipe } from '../http/id.pipes.js';
import { pageOfAll, Queries } from '../http/queries.js';
import { Asking, type QueryRequest } from '../http/query-request.js';

/** Signed heads of the proof log, and proofs that the events of a case are in it. */
@ApiTags('Audit')
@Controller('api/v1/audit')
export class HeadsController {
  constructor(
    private readonly proofLog: ProofLogReader,
    private readonly histories: CaseHistories,
    private readonly queries: Queries,
  ) {}

  @Get('heads')
  @Allow('proof-log:read')
  @ApiOperation({ summary: 'List the signed heads of the proof log with their cosignatures, newest first' })
  @ApiOkResponse({ type: SignedHeadsDto })
  async heads(
    @Query() { limit = pageLimit, cursor }: LongListQuery,
    @Asking() asking: QueryRequest,
  ): Promise<SignedHeadsDto> {
    await this.queries.assertInLog(asking);
    const before = Number(readCursor('heads', cursor) ?? Number.MAX_SAFE_INTEGER);
    const standing = await this.proofLog.standing();
    const found = await this.proofLog.heads(before, limit + 1);
    const { items, nextCursor } = pageOf(found, limit, ({ revision }) => writeCursor('heads', String(revision)));
    return {
      ...logAnswer(standing),
      items: items.map(headAnswer),
      nextCursor,
    };
  }

  @Get('cases/:caseId/proof')
  @Allow('audit:read')
  @ApiOperation({ summary: 'Prove that the events of a case are in the proof log: one tlog-proof an event' })
  @ApiOkResponse({ type: CaseProofDto })
  async proof(
    @Param('caseId', CaseIdPipe) caseId: string,
    @Query() query: LongListQuery,
    @Asking() asking: QueryRequest,
  ): Promise<CaseProofDto> {
    await this.queries.assertInLog(asking);
    const stored = await this.histories.stored(caseId);
    const { items: events, nextCursor } = pageOfAll(`proofs of ${caseId}`, stored, query);
    const { state } = await this.proofLog.standing();
    const [head] = await this.proofLog.provenHeads();
    if (state === null || head === undefined) throw headAwaited(state?.trouble ?? null);
    const positions = events.map(({ position }) => position);
    const proofs = await this.proofLog.proofsOf(positions, head);
    return {
      caseId,
      vkey: state.vkey,
      checkpoint: await this.proofLog.noteOf(head),
      items: events.map(({ revision, type, metadata }, at) => ({
        revision,
        type,
        hash: metadata.hash,
        ...(proofs[at] ?? notProven),
      })),
      nextCursor,
    };
  }
}

/** No head holds it yet. */
const notProven = { index: null, proof: null };

const logAnswer = ({ state, size }: ProofLogStanding) => ({
  origin: state?.origin ?? null,
  vkey: state?.vkey ?? null,
  trouble: state?.trouble ?? null,
  size,
});

const headAnswer = ({ revision, origin, size, root, checkpoint, signedAt, cosignatures }: CosignedHead) => ({
  revision,
  origin,
  size,
  root,
  signedAt,
  checkpoint,
  cosignatures: cosignatures.map(({ key, line, at }) => ({ key, line, at })),
});
