import 'reflect-metadata';
import { Body, Controller, Module, Param, Post, ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { EventStoreDBClient, jsonEvent, NO_STREAM, type AppendExpectedRevision } from '@eventstore/db-client';
import { IsISO8601, IsString, Length, Matches } from 'class-validator';
import { randomUUID } from 'node:crypto';
import { workerInput } from '../worker.js';

/** The least that a validated command over HTTP can be: Nest on Fastify, one body checked, one append. */
const { url, sample } = workerInput<{ url: string; sample: { type: string; data: object; metadata: object } }>();
const client = EventStoreDBClient.connectionString(url);
/** The last append of each case: the next waits for it, as one of the load before may still be under way. */
const appends = new Map<string, Promise<AppendExpectedRevision>>();

class PaymentBody {
  @Matches(/^\d{1,13}\.\d{2}$/)
  amount!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  paidOn!: string;

  @IsString()
  @Length(1, 100)
  reference!: string;

  @IsISO8601()
  effectiveAt!: string;
}

@Controller('cases')
class BareController {
  @Post(':id/payments')
  async pay(@Param('id') id: string, @Body() body: PaymentBody): Promise<object> {
    const before = appends.get(id) ?? Promise.resolve(NO_STREAM);
    const appended = before.then((expected) => append(id, body, expected));
    appends.set(id, appended);
    return { id, revision: Number(await appended) };
  }
}

const append = async (
  id: string,
  { reference }: PaymentBody,
  expectedRevision: AppendExpectedRevision,
): Promise<AppendExpectedRevision> => {
  const event = jsonEvent({
    id: randomUUID(),
    type: sample.type,
    data: { ...sample.data, reference },
    // The client's metadata type is an index signature; the sample is plain JSON.
    metadata: sample.metadata as Record<string, unknown>,
  });
  const { nextExpectedRevision } = await client.appendToStream(id, event, { expectedRevision });
  return nextExpectedRevision;
};

@Module({ controllers: [BareController] })
class BareModule {}

const app = await NestFactory.create<NestFastifyApplication>(BareModule, new FastifyAdapter(), { logger: false });
app.useGlobalPipes(new ValidationPipe({ whitelist: true, forbidNonWhitelisted: true }));
await app.listen(0, '127.0.0.1');
process.stdout.write(`${JSON.stringify({ ready: { url: await app.getUrl() } })}\n`);
process.once('disconnect', () => process.exit(0));
