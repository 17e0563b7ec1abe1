export { type DevIssuer, hasDevIssuerKey, openDevIssuer, type TokenRequest } from './auth/dev-issuer.js';
export { mayDo, type Permission, permissionsOf, rolesWith } from './auth/permissions.js';
export {
  isOfficeBound,
  isSubject,
  officeScopeOf,
  type Principal,
  type Role,
  roles,
  TokenRefused,
} from './auth/principal.js';
export { IssuerUnavailable } from './auth/signing-keys.js';
export { createTokenVerifier, type TokenVerifier } from './auth/token-verifier.js';
export {
  type Config,
  ConfigInvalid,
  type LawSettings,
  loadConfig,
  type ProofLogSettings,
  storeAddressesOf,
} from './config/config.js';
export {
  forgetRunningSystem,
  loadConfigNear,
  type RunningSettings,
  settingsNear,
  startOf,
  tellRunningSystem,
  toldAsSet,
} from './config/running-system.js';
export { loadProjectorSettings, type ProjectorSettings } from './config/projector-settings.js';
export { shownSettings, withoutCredentials } from './config/shown-settings.js';
export type { WitnessSetting } from './config/witnesses.js';
export { makeFolder } from './files/make-folder.js';
export { madeOnce, replaceFile, syncFolder, textIn } from './files/whole-file.js';
export { checkHealth, type HealthCheck, type HealthReport } from './health/health.js';
export { createLogger, type Logger } from './logging/logger.js';
export { NestLogger } from './logging/nest-logger.js';
export {
  type CommandMetrics,
  commandMetrics,
  createMetricsRegistry,
  type HttpMetrics,
  httpMetrics,
  type MetricsRegistry,
  type StoreMetrics,
  type CalendarMetrics,
  storeMetrics,
  calendarMetrics,
} from './metrics/metrics.js';
export {
  fieldInvalid,
  type Problem,
  type ProblemCode,
  ProblemError,
  isProblemCode,
  problemKinds,
  problemType,
} from './problem/problem.js';
export { KeyFileRefused, signingSeedIn } from './signing/key-file.js';
export { PortInUse, runProcess } from './start/run-process.js';
export { untilThere } from './start/until-there.js';
