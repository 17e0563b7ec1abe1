import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { ProblemError } from '@app/platform';
import { Malformed, parseTilePath, type Tile } from '@app/proof';
import { ProofLogReader } from '@app/proof-log';
import { AllowUnlessClosed, LogAccess } from '../http/auth/allow.decorator.js';
import { headerOf } from '../http/headers.js';
import type { ApiReply, ApiRequest } from '../http/request.js';

const compressed = promisify(gzip);

/** An index has up to twelve digits, three a part, and `/<W>` behind a part that ends in `.p`. */
const below = [':a', ':a/:b', ':a/:b/:c', ':a/:b/:c/:d', ':a/:b/:c/:d/:e'];

/** The proof log as a tiled transparency log (C2SP tlog-tiles): to the letter, so that other people's tools read it. */
@ApiTags('Proof log')
@Controller('log')
export class LogController {
  constructor(
    private readonly proofLog: ProofLogReader,
    @Inject(LogAccess) private readonly access: LogAccess,
  ) {}

  @Get('checkpoint')
  @AllowUnlessClosed('proof-log:read')
  @ApiOperation({ summary: 'Read the newest checkpoint: a signed note with the cosignatures of witnesses' })
  @ApiProduces('text/plain')
  @ApiOkResponse({
    description: 'The checkpoint (C2SP tlog-checkpoint).',
    content: { 'text/plain': { schema: { type: 'string' } } },
  })
  async checkpoint(@Res({ passthrough: true }) reply: ApiReply): Promise<string> {
    const checkpoint = await this.proofLog.checkpoint();
    if (checkpoint === null) throw notThere('No checkpoint has been signed yet.');
    reply.headers({ 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
    return checkpoint;
  }

  @Get(below.map((path) => `tile/:level/${path}`))
  @AllowUnlessClosed('proof-log:read')
  @ApiOperation({
    summary: 'Read a tile of hashes, or at the level `entries` a bundle of entries; `.p/<W>` names a partial one',
  })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({
    description:
      'Hashes of 32 bytes each, or entries, each behind its length as a big-endian uint16 (C2SP tlog-tiles). An entry is the canonical JSON of `{hash}`.',
    content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  })
  async tile(
    @Param() _parts: Readonly<Record<string, string>>,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: ApiReply,
  ): Promise<Buffer> {
    const tile = tileAt(request.url);
    const data = tile && (await this.proofLog.tile(tile));
    if (!tile || !data) throw notThere('The newest signed tree has no such tile.');
    const bytes = Buffer.from(data);
    reply.headers({ 'content-type': 'application/octet-stream', 'cache-control': this.#caching });
    if (tile.level !== 'entries') return bytes;
    reply.header('vary', 'accept-encoding');
    if (!/\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\b)/i.test(headerOf(request.headers, 'accept-encoding') ?? '')) return bytes;
    reply.header('content-encoding', 'gzip');
    return compressed(bytes);
  }

  /** A tile never changes. What is not for everybody is kept by the caller alone. */
  get #caching(): string {
    return `${this.access.isPublic ? 'public' : 'private'}, max-age=31536000, immutable`;
  }
}

/** Null where the address is not that of a tile, to the letter. */
const tileAt = (url: string): Tile | null => {
  try {
    return parseTilePath(url.replace(/^\/log\//, ''));
  } catch (error) {
    if (error instanceof Malformed) return null;
    throw error;
  }
};

const notThere = (detail: string): ProblemError => new ProblemError('log-resource-not-found', detail);
