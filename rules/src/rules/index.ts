import type { Rule } from "../rule.ts";
import noAgentPerRequest from "./no-agent-per-request.ts";
import noBindBeforeConnect from "./no-bind-before-connect.ts";
import noClusterBypass from "./no-cluster-bypass.ts";
import noDuplicateListen from "./no-duplicate-listen.ts";
import noEphemeralServerPort from "./no-ephemeral-server-port.ts";
import noFixedLocalPort from "./no-fixed-local-port.ts";
import noIgnoredSocketOption from "./no-ignored-socket-option.ts";
import noLateSocketOption from "./no-late-socket-option.ts";
import noListenOnImport from "./no-listen-on-import.ts";
import noMixedReusePort from "./no-mixed-reuse-port.ts";
import noSharedEphemeralUdpPort from "./no-shared-ephemeral-udp-port.ts";
import noSilentPortSharing from "./no-silent-port-sharing.ts";
import noUnguardedReusePort from "./no-unguarded-reuse-port.ts";
import noUnheardListenError from "./no-unheard-listen-error.ts";
import noUnicastReuseAddr from "./no-unicast-reuse-addr.ts";
import noWorkerPortConflict from "./no-worker-port-conflict.ts";
import requireExitOnSignal from "./require-exit-on-signal.ts";
import requireMulticastReuseAddr from "./require-multicast-reuse-addr.ts";
import requireReuseOption from "./require-reuse-option.ts";
import validListenArguments from "./valid-listen-arguments.ts";
import validMulticastMembership from "./valid-multicast-membership.ts";

/** All rules, in the order of the README's table. */
export const rules = [
  requireReuseOption,
  noWorkerPortConflict,
  noMixedReusePort,
  noEphemeralServerPort,
  requireMulticastReuseAddr,
  noBindBeforeConnect,
  noFixedLocalPort,
  noUnguardedReusePort,
  noSilentPortSharing,
  noIgnoredSocketOption,
  noUnicastReuseAddr,
  noSharedEphemeralUdpPort,
  noClusterBypass,
  noLateSocketOption,
  noDuplicateListen,
  validListenArguments,
  noUnheardListenError,
  validMulticastMembership,
  requireExitOnSignal,
  noListenOnImport,
  noAgentPerRequest,
] as unknown as readonly Rule<object>[];
