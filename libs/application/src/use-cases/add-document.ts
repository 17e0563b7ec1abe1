import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext, CommandResult } from '@app/event-store';
import { actOf } from '../act.js';
import { CaseStreams } from '../case-streams.js';
import { documentOf, type DocumentInput } from './case-document.js';

/** Adds a document to the case after filing; refused where state systems hold it (R-61, R-70, item 8). */
export class AddDocument extends Command<CommandResult> {
  constructor(
    readonly caseId: string,
    readonly added: Readonly<{ document: DocumentInput; subjectIin: string }>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(AddDocument)
export class AddDocumentHandler implements ICommandHandler<AddDocument> {
  constructor(private readonly cases: CaseStreams) {}

  execute({ caseId, added, context }: AddDocument): Promise<CommandResult> {
    const { document, subjectIin } = added;
    return this.cases.handle(
      caseId,
      { type: 'AddDocument', ...actOf(context), document: documentOf(document), subjectIin },
      context,
    );
  }
}
