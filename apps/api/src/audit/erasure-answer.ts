import type { ErasureDto } from '@app/contracts';
import type { KnownErasure } from '@app/domain';

/** An erasure as it is shown: its reason may name a person, and nothing else of it does. */
export const erasureAnswer = (
  { iin: _iin, reason, requestedAt, erasedAt, confirmed, ...asked }: KnownErasure,
  seesWords: boolean,
): ErasureDto => ({
  ...asked,
  reason: seesWords ? reason : null,
  requestedAt,
  erasedAt,
  ...(confirmed === null ? notConfirmed : confirmedAnswer(confirmed, erasedAt !== null)),
});

const notConfirmed = {
  status: 'REQUESTED',
  confirmedBy: null,
  keysDestroyed: 0,
  keysWithheld: 0,
  streams: [],
  stillHeld: [],
};

const confirmedAnswer = (confirmed: NonNullable<KnownErasure['confirmed']>, isErased: boolean) => ({
  status: isErased ? 'ERASED' : 'CONFIRMED',
  confirmedBy: confirmed.confirmedBy,
  keysDestroyed: confirmed.keyIds.length,
  keysWithheld: confirmed.withheld.length,
  streams: confirmed.streams,
  stillHeld,
});

const stillHeld: ErasureDto['stillHeld'] = [
  {
    where: 'Free pages of the files of the embedded document store, and the memory of processes',
    until: 'until `npm run -s ops -- compact`, and for 10 minutes',
  },
  {
    where: 'The journal, the oplog and free space of the files of MongoDB',
    until: 'until the server writes over them; `compact` and a resync of each member do it at once',
  },
  {
    where: 'Backups of MongoDB, keys and read models',
    until: 'until they expire; a restored one is erased again at its first start',
  },
  {
    where: 'Read models of earlier versions',
    until: 'until POST /api/v1/admin/projections/{name}/older/drop',
  },
];
