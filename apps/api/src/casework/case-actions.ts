import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ActionsOfCase } from '@app/application';
import type { CaseActionDto, CaseActionsDto } from '@app/contracts';
import type { CaseAction } from '@app/domain';
import { mayDo, type Permission, type Role } from '@app/platform';
import type { Access } from '../http/auth/allow.decorator.js';
import { RoutesAreGuarded } from '../http/auth/routes-are-guarded.js';
import type { QueryRequest } from '../http/query-request.js';
import { casePaths, isCaseCommandName, type CaseCommandName } from './case-paths.js';

/** Tells what the caller may do next with a case: what the decider lets through, and the caller's role. */
@Injectable()
export class CaseActions {
  constructor(
    private readonly queries: QueryBus,
    private readonly guarded: RoutesAreGuarded,
  ) {}

  /** Throws `CaseNotFound`, or what the pipeline throws. */
  async of(caseId: string, { caller, officeScope, now, reply }: QueryRequest): Promise<CaseActionsDto> {
    const asking = { actor: caller.subject, office: officeScope, now };
    const { revision, actions } = await this.queries.execute(new ActionsOfCase(caseId, asking));
    const accesses = this.accesses();
    reply.header('etag', `"${revision}"`);
    return {
      caseId,
      revision,
      actions: actions.flatMap((action) =>
        isCaseCommandName(action.command)
          ? [actionAnswer(action, action.command, standing(caller.role, accesses.get(action.command) ?? null))]
          : [],
      ),
    };
  }

  /** What each command's own route asks of its caller. */
  private accesses(): ReadonlyMap<string, Access | null> {
    const byPath = new Map(this.guarded.routes().map(({ method, path, access }) => [`${method} ${path}`, access]));
    return new Map(
      Object.entries(casePaths).map(([command, path]) => [
        command,
        byPath.get(`POST /api/v1/cases/:caseId/${path}`) ?? null,
      ]),
    );
  }
}

/** How a role stands to a route: the permission it lacks, or where that depends on a word of the body the words it may say. */
type Standing = Readonly<{ missing: Permission | null; choice: CaseActionDto['choice'] }>;

const standing = (role: Role, access: Access | null): Standing => {
  if (access === null || access === 'everybody') return { missing: null, choice: null };
  if (typeof access === 'string') return { missing: mayDo(role, access) ? null : access, choice: null };
  const { field, permissions } = access;
  const words = Object.entries(permissions);
  const mine = words.filter(([, permission]) => mayDo(role, permission)).map(([word]) => word);
  return mine.length > 0
    ? { missing: null, choice: { field, values: mine } }
    : { missing: words[0]?.[1] ?? null, choice: null };
};

const actionAnswer = (
  { allowed, refusal }: CaseAction,
  command: CaseCommandName,
  { missing, choice }: Standing,
): CaseActionDto => ({
  command,
  path: casePaths[command],
  allowed: allowed && missing === null,
  refusal,
  permission: missing,
  choice,
});
