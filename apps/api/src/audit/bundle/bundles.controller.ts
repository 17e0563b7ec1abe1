import { applyDecorators, Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import {
  CaseHistories,
  CaseNotFound,
  ComplaintNotFound,
  type CaseHistory,
  type ComplaintHistory,
  type Sees,
} from '@app/application';
import { BundleQuery } from '@app/contracts';
import { UndecodableEvent, type StoredEvent } from '@app/event-store';
import { fieldInvalid } from '@app/platform';
import { ProofLogReader } from '@app/proof-log';
import { foldCase } from '@app/read-models';
import type { SeenCase } from '../../http/access/looking.js';
import { seenCase, seenComplaint, together } from '../../http/access/persons.js';
import { AllowToSeePersons } from '../../http/auth/allow.decorator.js';
import { CaseIdPipe, ComplaintIdPipe } from '../../http/id.pipes.js';
import { tellLanguage } from '../../http/language.js';
import { Queries } from '../../http/queries.js';
import { Asking, type QueryRequest } from '../../http/query-request.js';
import { bundleView } from './bundle-view.js';
import { bundleZip } from './bundle-zip.js';
import { proofsOf } from './evidence.js';
import { bundleSheet } from './sheet/bundle-sheet.js';
import { SheetPress } from './sheet/sheet-press.js';
import { caseToldIn, complaintToldIn, type Told } from './sheet/told.js';

/** A ZIP, to be kept by nobody on the way. */
const Bundle = (summary: string): MethodDecorator =>
  applyDecorators(
    AllowToSeePersons('bundle:read'),
    ApiOperation({ summary }),
    ApiProduces('application/zip'),
    ApiOkResponse({
      description:
        'The events as they are stored, what shows their values, a proof each, the signed head, the history in words, and verify.mjs, which proves them with nothing but Node.',
      content: { 'application/zip': { schema: { type: 'string', format: 'binary' } } },
    }),
  );

/** Evidence bundles: what was recorded, with proofs that hold without this system. */
@ApiTags('Audit')
@Controller('api/v1/audit')
export class BundlesController {
  constructor(
    private readonly histories: CaseHistories,
    private readonly proofLog: ProofLogReader,
    private readonly queries: Queries,
    private readonly press: SheetPress,
  ) {}

  @Get('cases/:caseId/bundle')
  @Bundle('Take the evidence bundle of a case: its events with proofs and a verifier')
  async ofCase(
    @Param('caseId', CaseIdPipe) caseId: string,
    @Query() query: BundleQuery,
    @Asking() asking: QueryRequest,
  ): Promise<Buffer> {
    await this.queries.assertInLog(asking);
    const history = await this.histories.of(caseId);
    assertOfOffice(history.stored, asking, () => new CaseNotFound(caseId));
    const stored = upTo(history.stored, query.until);
    const sees = asking.looking.at(seenIn(history));
    return this.#bundle(`case-${caseId}`, { stored, query, asking, sees, told: [caseToldIn(history, stored)] });
  }

  @Get('complaints/:complaintId/bundle')
  @Bundle('Take the evidence bundle of a complaint with its case; `until` is of the complaint')
  async ofComplaint(
    @Param('complaintId', ComplaintIdPipe) complaintId: string,
    @Query() query: BundleQuery,
    @Asking() asking: QueryRequest,
  ): Promise<Buffer> {
    await this.queries.assertInLog(asking);
    const complaint = await this.histories.ofComplaint(complaintId);
    assertOfOffice(complaint.stored, asking, () => new ComplaintNotFound(complaintId));
    const history = await this.histories.of(textIn(complaint.stored, 'caseId') ?? complaintId);
    const own = upTo(complaint.stored, query.until);
    const told = [complaintToldIn(complaint, own, history), caseToldIn(history, history.stored)];
    const stored = [...own, ...history.stored].toSorted((a, b) => a.position - b.position);
    const sees = asking.looking.at(together(seenIn(history), seenOf(history.caseId, complaint)));
    return this.#bundle(`complaint-${complaintId}`, { stored, query, asking, sees, told });
  }

  async #bundle(name: string, { stored, query, asking, sees, told }: Asked): Promise<Buffer> {
    const proofs = await proofsOf(this.proofLog, stored);
    const disclosures = await this.histories.disclosures(stored);
    const view = bundleView(sees, query.without, disclosures);
    const evidence = stored.map((event, at) => ({
      event,
      proof: proofs.proofs[at] ?? '',
      disclosures: disclosures[at] ?? [],
    }));
    const at = stored.at(-1)?.metadata.recordedAt ?? asking.now;
    const sheet = bundleSheet(told, evidence, { view, proofs, language: asking.language, at });
    const zip = await bundleZip(evidence, proofs, { view, sheet, pdf: await this.press.pdfOf(sheet) });
    tellLanguage(asking.reply, asking.language);
    asking.reply.headers({
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${name}.zip"`,
      'cache-control': 'no-store',
    });
    return zip;
  }
}

type Asked = Readonly<{
  stored: readonly StoredEvent[];
  query: BundleQuery;
  asking: QueryRequest;
  sees: Sees;
  told: readonly Told[];
}>;

const upTo = (stored: readonly StoredEvent[], until: number | undefined): readonly StoredEvent[] => {
  const last = stored.length - 1;
  if (until !== undefined && until > last) throw fieldInvalid('until', `the last revision is ${last}`);
  return stored.slice(0, (until ?? last) + 1);
};

/** The two are not told apart: what is of another office, and what is not there. */
const assertOfOffice = (
  stored: readonly StoredEvent[],
  { officeScope, looking }: QueryRequest,
  missing: () => Error,
): void => {
  if (officeScope === null || textIn(stored, 'officeId') === officeScope) return;
  looking.turnAway();
  throw missing();
};

/** Whose data a case holds: everybody's who stands in it, also of what `until` and `without` leave out. */
const seenIn = ({ caseId, entries }: CaseHistory): SeenCase =>
  seenCase(
    caseId,
    foldCase(entries.flatMap((entry) => (entry instanceof UndecodableEvent ? [] : [entry])))?.facts ?? null,
  );

const seenOf = (caseId: string, { entries }: ComplaintHistory): SeenCase => {
  const filed = entries.find((entry) => !(entry instanceof UndecodableEvent) && entry.type === 'ComplaintFiled');
  const isRead = filed !== undefined && !(filed instanceof UndecodableEvent) && filed.type === 'ComplaintFiled';
  return seenComplaint(caseId, isRead ? filed.data.complainant : null);
};

/** A text of the first event. */
const textIn = ([first]: readonly StoredEvent[], name: string): string | null => {
  const value: unknown = Object.entries(first?.data ?? {}).find(([member]) => member === name)?.[1];
  return typeof value === 'string' ? value : null;
};
