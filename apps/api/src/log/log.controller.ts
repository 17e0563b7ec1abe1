import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { applyDecorators, Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import { ProblemError } from '@app/platform';
import { Malformed, parseTilePath, type Tile } from '@app/proof';
import { ProofLogReader } from '@app/proof-log';
import { AllowUnlessClosed, LogAccess } from '../http/auth/allow.decorator.js';
import { headerOf } from '../http/headers.js';
import type { ApiReply, ApiRequest } from '../http/request.js';

const compressed = promisify(gzip);

/** An index has three digits a part of the address, and a partial tile a part more: names of so many parts. */
const parts = ['a', 'b', 'c', 'd', 'e'] as const;

const part = 'A part of `<N>[.p/<W>]`: three digits, `x` before all groups but the last; the width behind `.p`.';

/** A tile whose index and width take so many parts of the address: a router has no name for any number of them. */
const TileOf = (count: number): MethodDecorator => {
  const named = parts.slice(0, count);
  return applyDecorators(
    Get(`tile/:level/${named.map((name) => `:${name}`).join('/')}`),
    AllowUnlessClosed('proof-log:read'),
    ApiOperation({
      summary: 'Read a tile of hashes, or at the level `entries` a bundle of entries; `.p/<W>` names a partial one',
    }),
    ApiParam({ name: 'level', description: 'The level, 0 to 63, or `entries`.', schema: { type: 'string' } }),
    ...named.map((name) => ApiParam({ name, description: part, schema: { type: 'string' } })),
    ApiProduces('application/octet-stream'),
    ApiOkResponse({
      description:
        'Hashes of 32 bytes each, or entries, each behind its length as a big-endian uint16 (C2SP tlog-tiles). An entry is the canonical JSON of `{hash}`.',
      content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
    }),
  );
};

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

  @TileOf(1)
  tile1(@Req() request: ApiRequest, @Res({ passthrough: true }) reply: ApiReply): Promise<Buffer> {
    return this.#tile(request, reply);
  }

  @TileOf(2)
  tile2(@Req() request: ApiRequest, @Res({ passthrough: true }) reply: ApiReply): Promise<Buffer> {
    return this.#tile(request, reply);
  }

  @TileOf(3)
  tile3(@Req() request: ApiRequest, @Res({ passthrough: true }) reply: ApiReply): Promise<Buffer> {
    return this.#tile(request, reply);
  }

  @TileOf(4)
  tile4(@Req() request: ApiRequest, @Res({ passthrough: true }) reply: ApiReply): Promise<Buffer> {
    return this.#tile(request, reply);
  }

  @TileOf(5)
  tile5(@Req() request: ApiRequest, @Res({ passthrough: true }) reply: ApiReply): Promise<Buffer> {
    return this.#tile(request, reply);
  }

  async #tile(request: ApiRequest, reply: ApiReply): Promise<Buffer> {
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
