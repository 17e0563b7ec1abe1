import { aggregate } from './aggregate.js';
import { bulkWrite } from './bulk-write.js';
import * as collections from './collections.js';
import type { Command } from './command.js';
import { count } from './count.js';
import { findAndModify } from './find-and-modify.js';
import { find, getMore, killCursors } from './find.js';
import { buildInfo, endSessions, hello, isMaster, ping } from './handshake.js';
import { createIndexes, dropIndexes, listIndexes } from './indexes.js';
import { deleteCommand, insert, update } from './writes.js';

/** Every command there is, by name. What is not here is refused by name. */
export const commands: Readonly<Record<string, Command>> = {
  hello,
  isMaster,
  ismaster: isMaster,
  ping,
  buildInfo,
  buildinfo: buildInfo,
  endSessions,
  find,
  getMore,
  killCursors,
  count,
  aggregate,
  insert,
  update,
  delete: deleteCommand,
  bulkWrite,
  findAndModify,
  createIndexes,
  listIndexes,
  dropIndexes,
  create: collections.create,
  drop: collections.drop,
  dropDatabase: collections.dropDatabase,
  renameCollection: collections.renameCollection,
  listCollections: collections.listCollections,
  listDatabases: collections.listDatabases,
};
