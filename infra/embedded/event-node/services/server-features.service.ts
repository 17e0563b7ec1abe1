import type { handleUnaryCall } from '@grpc/grpc-js';
// The client's generated messages; CommonJS, hence the default import. An internal path of a frozen package, pinned to 6.2.1.
import features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import type shared from '@eventstore/db-client/generated/shared_pb.js';

/** Version that the node names: that of the server whose behaviour it follows. */
const version = '24.6.0-embedded';

/** ServerFeatures/GetSupportedMethods: the client appends in batches where this names them. */
export const supportedMethods =
  (methods: readonly string[]): handleUnaryCall<shared.Empty, features.SupportedMethods> =>
  (_call, callback) => {
    const list = methods.map((path) => {
      const [, service = '', method = ''] = path.split('/');
      return new features.SupportedMethod().setServiceName(service).setMethodName(method.toLowerCase());
    });
    callback(null, new features.SupportedMethods().setMethodsList(list).setEventStoreServerVersion(version));
  };
