// The user's faults that a change can meet. Kinds with fields; texts are made by the cmdlets.

export type WorldErrorKind =
  | 'ServerNotFound'
  | 'ObjectNotFound'
  | 'ObjectExists'
  | 'AmbiguousIdentity'
  | 'InvalidValue'
  | 'NotPossible'
  | 'QueueNotFound'
  | 'MessageNotFound'
  | 'TransportUnavailable'
  | 'ServiceNotFound'
  | 'ServiceHasDependents'
  | 'ServiceDependencyFailed'
  | 'ServiceAlreadyRunning'
  | 'ServiceNotRunning'
  | 'MailboxNotFound'
  | 'HostNotFound'
  | 'DnsRecordNotFound'
  | 'DnsServerNotFound'
  | 'MachineNotFound'
  | 'SessionNotFound'
  | 'DatabaseNotFound';

/** Thrown by World.apply before anything has changed, and by query functions. */
export class WorldError extends Error {
  constructor(
    readonly kind: WorldErrorKind,
    message: string,
    /** What the fault is about: identity, value, class … */
    readonly fields: Record<string, string> = {},
  ) {
    super(message);
  }
}
