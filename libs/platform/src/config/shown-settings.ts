import type { Config } from './config.js';
import type { ProjectorSettings } from './projector-settings.js';
import type { WitnessSetting } from './witnesses.js';

/** A setting as it may be shown; null where it is not set and nothing stands in for it. */
type Shown = string | number | boolean | null;

/** Every setting by the name of its variable, in the order of the README. User names and passwords in addresses are replaced. */
export const shownSettings = (config: Config, projector: ProjectorSettings): Readonly<Record<string, Shown>> => ({
  NODE_ENV: config.mode,
  PORT: config.port,
  HOST: config.host,
  EVENTSTORE_URL: withoutCredentials(config.eventStoreUrl),
  MONGODB_URL: withoutCredentials(config.mongoUrl),
  SHANYRAQ_DATA: config.dataFolder,
  OIDC_ISSUER: withoutCredentials(config.oidc?.issuer ?? null),
  OIDC_AUDIENCE: config.oidc?.audience ?? null,
  OIDC_CLIENT_ID: config.consoleClientId,
  MASTER_KEY_FILE: config.masterKeyFile,
  OFFICES_FILE: config.officesFile,
  ACCESS_PURPOSES: config.accessPurposes.length === 0 ? null : config.accessPurposes.join('; '),
  DECREE_PARAMETERS_FILE: config.decreeParametersFile,
  RULEBOOK_2021_FROM: config.law.rulebookFrom,
  LATER_EDITION_FROM: config.law.laterEditionFrom,
  DEMONSTRATE_2021_RULEBOOK: config.law.demonstrate2021,
  ACCEPT_FOREIGNER_IIN: config.law.acceptForeignerIin,
  COMPLAINT_REGISTRATION_OWED: config.law.complaintRegistrationOwed,
  REFUSE_CHAIR_AS_SECRETARY: config.law.refuseChairAsSecretary,
  EDS_LATE_AFTER_DAYS: config.law.edsLateAfterDays,
  RETENTION_YEARS: config.law.retentionYears,
  STATE_REGISTERS_URL: withoutCredentials(config.stateRegistersUrl),
  MONITORING_SYSTEM_URL: withoutCredentials(config.monitoringSystemUrl),
  PROOF_LOG_ORIGIN: config.proofLog.origin,
  PROOF_KEY_FILE: config.proofLog.keyFile,
  PROOF_HEAD_SECONDS: projector.headEveryMs / 1000,
  PROOF_LOG_PUBLIC: config.proofLog.isPublic,
  WITNESSES: witnessesText(config.proofLog.witnesses),
  LOG_LEVEL: config.logLevel,
  PROJECTOR_PORT: projector.port,
  CLAIM_GRACE_SECONDS: projector.claimGraceMs / 1000,
  RECONCILE_SECONDS: projector.reconcileEveryMs / 1000,
  WATCH_SECONDS: projector.watchEveryMs / 1000,
  REBUILT_KEPT_SECONDS: projector.rebuiltKeptMs / 1000,
});

/** As the variable has them; null where there are none. */
const witnessesText = (witnesses: readonly WitnessSetting[]): string | null =>
  witnesses.length === 0
    ? null
    : witnesses
        .map(({ url, vkey, monitoringUrl }) =>
          [withoutCredentials(url), vkey, ...(monitoringUrl === null ? [] : [withoutCredentials(monitoringUrl)])].join(
            ' ',
          ),
        )
        .join(', ');

/** An address without all that stands before its last `@`, and without secrets among its options. */
export const withoutCredentials = <T extends string | null>(address: T): T | string =>
  address === null
    ? address
    : address
        .replace(/^([a-z+]+:\/\/).*@/i, '$1***@')
        .replace(/([?&;][^=&;]*(?:password|token|secret)[^=&;]*=)[^&;]*/gi, '$1***');
