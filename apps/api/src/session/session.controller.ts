import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { OfficeDirectory } from '@app/application';
import { ConsoleConfigDto, LanguageQuery, OfficesDto, SessionDto } from '@app/contracts';
import { languages, localDateOf } from '@app/domain';
import { isOfficeBound, permissionsOf } from '@app/platform';
import { Allow, AllowEverybody } from '../http/auth/allow.decorator.js';
import { tellLanguage } from '../http/language.js';
import { Asking, countryZone, type QueryRequest } from '../http/query-request.js';
import { officeAnswer } from './office-answer.js';

/** How the console signs somebody in. */
export class SignInWays {
  constructor(readonly ways: ConsoleConfigDto) {}
}

/** Who is signed in, and what whoever looks at a page has to know first. */
@ApiTags('Session')
@Controller('api/v1')
export class SessionController {
  constructor(
    private readonly offices: OfficeDirectory,
    @Inject(SignInWays) private readonly signIn: SignInWays,
  ) {}

  @Get('session')
  @Allow('session:read')
  @ApiOperation({ summary: 'Tell who is signed in, and what they may do' })
  @ApiOkResponse({ type: SessionDto })
  async session(
    @Asking() { caller, now, language, reply }: QueryRequest,
    @Query() _lang: LanguageQuery,
  ): Promise<SessionDto> {
    const { subject, role, office: officeId } = caller;
    const office = officeId === null ? null : await this.offices.find(officeId);
    const zone = office?.zone ?? countryZone;
    tellLanguage(reply, language);
    return {
      name: subject,
      role,
      roles: [role],
      office: officeId === null ? null : officeAnswer(office ?? { officeId, zone }),
      officeBound: isOfficeBound(role),
      permissions: [...permissionsOf(role)],
      zone,
      today: localDateOf(now, zone),
      language,
      languages,
    };
  }

  @Get('offices')
  @Allow('offices:read')
  @ApiOperation({ summary: 'List the offices, with their names and zones' })
  @ApiOkResponse({ type: OfficesDto })
  async listed(@Asking() _asking: QueryRequest): Promise<OfficesDto> {
    return { items: (await this.offices.all()).map(officeAnswer) };
  }

  @Get('console/config')
  @AllowEverybody()
  @ApiOperation({ summary: 'Tell how somebody signs in to the console' })
  @ApiOkResponse({ type: ConsoleConfigDto })
  config(): ConsoleConfigDto {
    return this.signIn.ways;
  }
}
