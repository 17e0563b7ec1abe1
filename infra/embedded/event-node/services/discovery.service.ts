import type { handleUnaryCall } from '@grpc/grpc-js';
// The client's generated messages; CommonJS, hence the default import. An internal path of a frozen package, pinned to 6.2.1.
import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';

/** Where this node listens, and who it is until it ends. */
export type NodeIdentity = Readonly<{ id: string; address: string; port: number }>;

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

/** Gossip/Read: a cluster of one, which leads; for `esdb+discover://`. */
export const gossipRead =
  (self: () => NodeIdentity): handleUnaryCall<shared.Empty, gossip.ClusterInfo> =>
  (_call, callback) => {
    const { id, address, port } = self();
    const member = new gossip.MemberInfo();
    member.setInstanceId(new shared.UUID().setString(id));
    member.setTimeStamp(`${Date.now()}0000`);
    member.setState(gossip.MemberInfo.VNodeState.LEADER).setIsAlive(true);
    member.setHttpEndPoint(new gossip.EndPoint().setAddress(address).setPort(port));
    callback(null, new gossip.ClusterInfo().setMembersList([member]));
  };
