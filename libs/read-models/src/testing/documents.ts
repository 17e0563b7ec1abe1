import { createHmac } from 'node:crypto';
import type { Mac } from '../engine/proven.js';
import { connectReadModels, type ReadModels } from '../read-models.js';
import { startDocumentNode } from '../../../../test/support/nodes.js';
import { temporaryFolder } from '../../../../test/support/process.js';

/** What the vault gives in a running system. */
export const macOfSpecs: Mac = (text) => createHmac('sha256', 'specs').update(text).digest('base64url');

/** A document store of one's own, with as many databases as wanted; close it at the end. */
export type Documents = Readonly<{
  /** The read models of a new, empty database; its client tells every command. */
  open: () => Promise<ReadModels>;
  /** Kills the store at once and starts it again on the same folder and port. */
  kill: () => Promise<void>;
  restart: () => Promise<void>;
  close: () => Promise<void>;
}>;

/** Starts the embedded document node on a folder of its own. */
export const startDocuments = async (): Promise<Documents> => {
  const folder = await temporaryFolder();
  let node = await startDocumentNode(folder.path);
  const port = Number(new URL(node.url).port);
  const opened: ReadModels[] = [];
  return {
    open: async () => {
      const url = new URL(node.url);
      url.pathname = `/spec${opened.length + 1}`;
      url.searchParams.set('monitorCommands', 'true');
      const readModels = await connectReadModels(url.href, { mac: macOfSpecs });
      opened.push(readModels);
      return readModels;
    },
    kill: () => node.kill(),
    restart: async () => {
      node = await startDocumentNode(folder.path, port);
    },
    close: async () => {
      for (const readModels of opened) await readModels.close();
      await node.stop();
      await folder.remove();
    },
  };
};
