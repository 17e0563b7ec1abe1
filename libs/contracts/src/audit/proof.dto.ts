import { ApiSchema } from '@nestjs/swagger';
import { ShownInstant, ShownList, ShownNumber, ShownText } from '../http/fields/shown.js';
import { words } from '../http/fields/words.js';

@ApiSchema({ description: 'A cosignature: a witness saw the head, and that it extends what it had seen before.' })
export class CosignatureDto {
  @ShownText({ example: 'witness.example+8b3a5c1d', about: "The name and the id of the witness's key." })
  readonly key!: string;

  @ShownText({ about: 'The signature line, as it stands in the checkpoint (C2SP tlog-cosignature).' })
  readonly line!: string;

  @ShownInstant({ about: 'The instant at which the witness gave it, by its own clock.' })
  readonly at!: string;
}

@ApiSchema({ description: 'A signed head of the proof log.' })
export class SignedHeadDto {
  @ShownNumber({
    about: 'The number of the head, counted from 0 over all names of the log, also those that a restored log has lost.',
  })
  readonly revision!: number;

  @ShownText({ example: 'log.example/shanyraq', about: 'The name of the log.' })
  readonly origin!: string;

  @ShownNumber({ about: 'The number of entries in the tree.' })
  readonly size!: number;

  @ShownText({ about: 'The root hash of the tree, in base64 (RFC 6962).' })
  readonly root!: string;

  @ShownInstant({ about: 'The instant at which it was signed.' })
  readonly signedAt!: string;

  @ShownText({ about: 'The checkpoint as the log signed it (C2SP tlog-checkpoint).' })
  readonly checkpoint!: string;

  @ShownList(() => CosignatureDto, { about: 'The cosignatures that came; empty where none did.' })
  readonly cosignatures!: readonly CosignatureDto[];
}

@ApiSchema({ description: 'The signed heads of the proof log, newest first.' })
export class SignedHeadsDto {
  @ShownText({ optional: true, about: 'The name under which the log is signed now; null before the first look at it.' })
  readonly origin!: string | null;

  @ShownText({ optional: true, about: 'The key that signs (vkey). Take it from elsewhere to check what is said here.' })
  readonly vkey!: string | null;

  @ShownText({ optional: true, about: 'Why no head is signed any more; null where nothing is wrong.' })
  readonly trouble!: string | null;

  @ShownNumber({ about: 'The number of entries in the tree by now, signed or not.' })
  readonly size!: number;

  @ShownList(() => SignedHeadDto, { about: 'The heads of this page.' })
  readonly items!: readonly SignedHeadDto[];

  @ShownText({ ...words.nextCursor, optional: true })
  readonly nextCursor!: string | null;
}

@ApiSchema({ description: 'The proof that one event is in the proof log.' })
export class EventProofDto {
  @ShownNumber(words.eventRevision)
  readonly revision!: number;

  @ShownText(words.eventType)
  readonly type!: string;

  @ShownText(words.hash)
  readonly hash!: string;

  @ShownNumber({ optional: true, about: 'The index of its entry in the log; null where it has none yet.' })
  readonly index!: number | null;

  @ShownText({
    optional: true,
    about:
      'The proof (C2SP tlog-proof), of the entry `{"hash":"…"}`. Null where the checkpoint is older than the event.',
  })
  readonly proof!: string | null;
}

@ApiSchema({ description: 'Proofs that the events of a case are in the proof log, page by page.' })
export class CaseProofDto {
  @ShownText(words.caseId)
  readonly caseId!: string;

  @ShownText({ about: 'The key that signs (vkey). Take it from elsewhere to check what is said here.' })
  readonly vkey!: string;

  @ShownText({ about: 'The newest checkpoint that a witness has cosigned, else the newest.' })
  readonly checkpoint!: string;

  @ShownList(() => EventProofDto, { about: 'The events of this page.' })
  readonly items!: readonly EventProofDto[];

  @ShownText({ ...words.nextCursor, optional: true })
  readonly nextCursor!: string | null;
}

@ApiSchema({ description: 'How a witness of the proof log stands.' })
export class WitnessHealthDto {
  @ShownText({ example: 'witness.example', about: 'The name of the witness.' })
  readonly name!: string;

  @ShownInstant({ optional: true, about: 'The instant at which it cosigned last; null for never.' })
  readonly cosignedAt!: string | null;

  @ShownText({ optional: true, about: 'Why it has not cosigned the newest head; null where nothing is wrong.' })
  readonly problem!: string | null;
}

@ApiSchema({ description: 'How the proof log stands.' })
export class ProofLogHealthDto {
  @ShownNumber({ about: 'The number of entries in the tree.' })
  readonly size!: number;

  @ShownNumber({ about: 'The number of entries in the tree that was signed last; 0 before the first.' })
  readonly signedSize!: number;

  @ShownInstant({ optional: true, about: 'The instant at which that was; null before the first.' })
  readonly signedAt!: string | null;

  @ShownText({ optional: true, about: 'Why no head is signed any more; null where nothing is wrong.' })
  readonly trouble!: string | null;

  @ShownList(() => WitnessHealthDto, { about: 'The witnesses that are asked to cosign.' })
  readonly witnesses!: readonly WitnessHealthDto[];
}
