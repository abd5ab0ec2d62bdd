import type { Experiment } from "../experiment.ts";
import { experiments as autobindReuse } from "./autobind-reuse.ts";
import { experiments as bindBeforeConnect } from "./bind-before-connect.ts";
import { experiments as bindingRights } from "./binding-rights.ts";
import { experiments as bun } from "./bun.ts";
import { experiments as bunClients } from "./bun-clients.ts";
import { experiments as bunOptions } from "./bun-options.ts";
import { experiments as churn } from "./churn.ts";
import { experiments as closing } from "./closing.ts";
import { experiments as deno } from "./deno.ts";
import { experiments as denoOptions } from "./deno-options.ts";
import { experiments as ephemeralServerPort } from "./ephemeral-server-port.ts";
import { experiments as exhaustionRemedies } from "./exhaustion-remedies.ts";
import { experiments as linger } from "./linger.ts";
import { experiments as lingerKilled } from "./linger-killed.ts";
import { experiments as listenConflicts } from "./listen-conflicts.ts";
import { experiments as noPortLimits } from "./no-port-limits.ts";
import { experiments as nodeAgent } from "./node-agent.ts";
import { experiments as nodeBoundSocket } from "./node-bound-socket.ts";
import { experiments as nodeCallbacks } from "./node-callbacks.ts";
import { experiments as nodeCluster } from "./node-cluster.ts";
import { experiments as nodeConnect } from "./node-connect.ts";
import { experiments as nodeDescriptors } from "./node-descriptors.ts";
import { experiments as nodeDgram } from "./node-dgram.ts";
import { experiments as nodeDgramMore } from "./node-dgram-more.ts";
import { experiments as nodeErrors } from "./node-errors.ts";
import { experiments as nodeExhaustion } from "./node-exhaustion.ts";
import { experiments as nodeFfiSocket } from "./node-ffi-socket.ts";
import { experiments as nodeHosts } from "./node-hosts.ts";
import { experiments as nodeListen } from "./node-listen.ts";
import { experiments as nodeNames } from "./node-names.ts";
import { experiments as nodeReusePort } from "./node-reuse-port.ts";
import { experiments as nodeThreads } from "./node-threads.ts";
import { experiments as nodeUndici } from "./node-undici.ts";
import { experiments as nodeUsers } from "./node-users.ts";
import { experiments as onePort } from "./one-port.ts";
import { experiments as portChoice } from "./port-choice.ts";
import { experiments as restartScenarios } from "./restart-scenarios.ts";
import { experiments as reusePort } from "./reuse-port.ts";
import { experiments as reusePortGroups } from "./reuse-port-groups.ts";
import { experiments as reusePortSteering } from "./reuse-port-steering.ts";
import { experiments as reusePortUsers } from "./reuse-port-users.ts";
import { experiments as runtimeClusters } from "./runtime-clusters.ts";
import { experiments as socketStates } from "./socket-states.ts";
import { experiments as timeWait } from "./time-wait.ts";
import { experiments as timeWaitSysctls } from "./time-wait-sysctls.ts";
import { experiments as timeWaitUsers } from "./time-wait-users.ts";
import { experiments as udpBinding } from "./udp-binding.ts";
import { experiments as udpDelivery } from "./udp-delivery.ts";
import { experiments as udpGroups } from "./udp-groups.ts";
import { experiments as udpUsers } from "./udp-users.ts";

/** All experiments by the name of their file, which is what a fact's `experiment` says. */
export const files: Readonly<Record<string, readonly Experiment[]>> = {
  "autobind-reuse": autobindReuse,
  "bind-before-connect": bindBeforeConnect,
  "binding-rights": bindingRights,
  bun,
  "bun-clients": bunClients,
  "bun-options": bunOptions,
  churn,
  closing,
  deno,
  "deno-options": denoOptions,
  "ephemeral-server-port": ephemeralServerPort,
  "exhaustion-remedies": exhaustionRemedies,
  linger,
  "linger-killed": lingerKilled,
  "listen-conflicts": listenConflicts,
  "no-port-limits": noPortLimits,
  "node-agent": nodeAgent,
  "node-bound-socket": nodeBoundSocket,
  "node-callbacks": nodeCallbacks,
  "node-cluster": nodeCluster,
  "node-connect": nodeConnect,
  "node-descriptors": nodeDescriptors,
  "node-dgram": nodeDgram,
  "node-dgram-more": nodeDgramMore,
  "node-errors": nodeErrors,
  "node-exhaustion": nodeExhaustion,
  "node-ffi-socket": nodeFfiSocket,
  "node-hosts": nodeHosts,
  "node-listen": nodeListen,
  "node-names": nodeNames,
  "node-reuse-port": nodeReusePort,
  "node-threads": nodeThreads,
  "node-undici": nodeUndici,
  "node-users": nodeUsers,
  "one-port": onePort,
  "port-choice": portChoice,
  "restart-scenarios": restartScenarios,
  "reuse-port": reusePort,
  "reuse-port-groups": reusePortGroups,
  "reuse-port-steering": reusePortSteering,
  "reuse-port-users": reusePortUsers,
  "runtime-clusters": runtimeClusters,
  "socket-states": socketStates,
  "time-wait": timeWait,
  "time-wait-sysctls": timeWaitSysctls,
  "time-wait-users": timeWaitUsers,
  "udp-binding": udpBinding,
  "udp-delivery": udpDelivery,
  "udp-groups": udpGroups,
  "udp-users": udpUsers,
};

export const experiments: readonly Experiment[] = Object.values(files).flat();
