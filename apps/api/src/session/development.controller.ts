import { Body, Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { OfficeDirectory } from '@app/application';
import { DevelopmentSignInDto, DevelopmentTokenAnswerDto, DevelopmentTokenDto } from '@app/contracts';
import { fieldInvalid, isOfficeBound, isSubject, roles, type DevIssuer, type Role } from '@app/platform';
import { AllowEverybody } from '../http/auth/allow.decorator.js';
import { officeAnswer } from './office-answer.js';

/** The development issuer, where there is one. */
export class DevelopmentIssuer {
  constructor(readonly issueToken: DevIssuer['issueToken']) {}
}

const minutes = 480;

/** Signs in whoever chooses a role. Mounted only outside production and without another issuer. */
@ApiTags('Development')
@Controller('dev')
export class DevelopmentController {
  constructor(
    private readonly offices: OfficeDirectory,
    @Inject(DevelopmentIssuer) private readonly issuer: DevelopmentIssuer,
  ) {}

  @Get('sign-in')
  @AllowEverybody()
  @ApiOperation({ summary: 'List the roles and offices that may be chosen. Not in production' })
  @ApiOkResponse({ type: DevelopmentSignInDto })
  async choices(): Promise<DevelopmentSignInDto> {
    return {
      roles: roles.map((role) => ({ role, officeBound: isOfficeBound(role) })),
      offices: (await this.offices.all()).map(officeAnswer),
    };
  }

  @Post('token')
  @HttpCode(200)
  @AllowEverybody()
  @ApiOperation({ summary: 'Issue a token for eight hours. Not in production' })
  @ApiOkResponse({ type: DevelopmentTokenAnswerDto })
  async token(@Body() { role, office, name }: DevelopmentTokenDto): Promise<DevelopmentTokenAnswerDto> {
    const known = roles.find((one) => one === role);
    if (known === undefined) throw wrong('role', `must be one of ${roles.join(', ')}`);
    if (name !== undefined && !isSubject(name)) throw wrong('name', 'must be a name without blanks');
    const named = await this.#officeOf(known, office);
    const endsAt = new Date(Date.now() + minutes * 60_000).toISOString();
    const asked = { role: known, minutes, ...(named !== null && { office: named }), ...(name && { sub: name }) };
    return { token: await this.issuer.issueToken(asked), endsAt };
  }

  async #officeOf(role: Role, office: string | undefined): Promise<string | null> {
    if (!isOfficeBound(role)) return null;
    if (office === undefined) throw wrong('office', `is missing: a ${role} acts for one office`);
    if ((await this.offices.find(office)) === null) throw wrong('office', 'is none of the offices of this system');
    return office;
  }
}

const wrong = (path: string, message: string): Error => fieldInvalid(path, message, `${path} ${message}.`);
