import { applyDecorators } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExtension, ApiHeader } from '@nestjs/swagger';
import { rolesWith, type Permission } from '@app/platform';

/** The permission that depends on a word in the body, e.g. on the party that signs. */
export type PermissionByField = Readonly<{ field: string; permissions: Readonly<Record<string, Permission>> }>;

/** Open to everybody, without a token; where the installation has closed it, the permission is asked for. */
export type OpenUnlessClosed = Readonly<{ unlessClosed: Permission }>;

/** Whether the proof log is open to everybody (`PROOF_LOG_PUBLIC`). */
export class LogAccess {
  constructor(readonly isPublic: boolean) {}
}

/** What a route asks of its caller. Every route says so; see `route-table.ts`. */
export type Access = 'everybody' | Permission | PermissionByField | OpenUnlessClosed;

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
    /** Whether its answer may show persons in clear: whoever tries it in vain is put on record. */
    showsPersons?: boolean;
  }
}

const asks = (access: Access): MethodDecorator => RouteConfig({ access });

/** The route needs this permission. */
export const Allow = (permission: Permission): MethodDecorator =>
  applyDecorators(
    asks(permission),
    ApiExtension('x-permission', permission),
    ApiExtension('x-roles', rolesWith(permission)),
  );

/** The same of a route whose answer may show persons in clear, for a purpose where the role has to say one. */
export const AllowToSeePersons = (permission: Permission): MethodDecorator =>
  applyDecorators(
    RouteConfig({ access: permission, showsPersons: true }),
    ApiExtension('x-permission', permission),
    ApiExtension('x-roles', rolesWith(permission)),
    ApiHeader({
      name: 'X-Purpose',
      required: false,
      description:
        'Why persons are looked at, put on record: up to 200 characters without an IIN, as UTF-8 or percent-encoded. Auditors, the quality body and administrators give it with `unmask=true`.',
      schema: { type: 'string', maxLength: 1800 },
    }),
  );

/** The route needs the permission that a word in its body asks for; where the word is none of these, any of them will do. */
export const AllowBy = (field: string, permissions: PermissionByField['permissions']): MethodDecorator =>
  applyDecorators(
    asks({ field, permissions }),
    ApiExtension('x-permission', Object.values(permissions)),
    ApiExtension('x-roles', [...new Set(Object.values(permissions).flatMap(rolesWith))]),
  );

/** The route is open to everybody unless `PROOF_LOG_PUBLIC` is false; then it needs this permission. */
export const AllowUnlessClosed = (permission: Permission): MethodDecorator =>
  applyDecorators(asks({ unlessClosed: permission }), ApiExtension('x-permission-where-closed', permission));

/** The route is open to everybody, without a token. */
export const AllowEverybody = (): MethodDecorator => asks('everybody');
