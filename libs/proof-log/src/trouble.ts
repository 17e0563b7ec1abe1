import type { Head } from './heads/head.js';

/** What to do about a log that is older than what was signed. */
const older =
  'put the newer log back; or, where it is lost for ever, go on under a new name: `npm run -s ops -- audit new-log`';

/** Sentences about why no head is signed. Sizes are in entries, roots in base64. */
export const troubles = {
  older: (head: Head, size: number): string =>
    `the log is older than what was signed: head ${head.revision} has ${head.size} entries and the root ${head.root}, the log has ${size} entries; ${older}`,
  headGone: (head: Head, last: number): string =>
    `the log is older than what was signed: it ends at head ${last}, and head ${head.revision} of ${head.size} entries with the root ${head.root} was signed; ${older}`,
  fork: (head: Head, root: string): string =>
    `the log is not the one that was signed: its first ${head.size} entries have the root ${root}, head ${head.revision} has the root ${head.root}`,
  otherHead: (kept: Head, inLog: Head): string =>
    `the log has another head ${kept.revision} (${inLog.size} entries, root ${inLog.root}) than the one that was signed (${kept.size} entries, root ${kept.root})`,
  otherOrigin: (head: Head, origin: string): string =>
    `the last head is of ${head.origin}, and this process signs for ${origin}: correct PROOF_LOG_ORIGIN (docs/runbook.md, "The proof log")`,
  otherKey: (head: Head, vkey: string): string =>
    `head ${head.revision} of ${head.size} entries with the root ${head.root} is not signed by ${vkey}: correct PROOF_KEY_FILE, or somebody forged it`,
  forgedName: (revision: number): string =>
    `somebody wrote to the log that a new log was begun, and nobody confirmed it here (event ${revision} of proof-logs): the log was tampered with; put back the newest backup from before (docs/runbook.md, "The proof log")`,
  unreadableName: (why: string): string => `the log under its new name cannot be signed: ${why}`,
  unreadable: (revision: number, why: string): string => `head ${revision} cannot be read: ${why}`,
  witnessAhead: (name: string, size: number, own: number): string =>
    `the log is older than what was signed: ${name} has cosigned ${size} entries, the last head here has ${own}; ${older}`,
  witnessFork: (name: string, size: number, why: string): string =>
    `the log is not the one that ${name} has cosigned at ${size} entries: ${why}`,
} as const;
