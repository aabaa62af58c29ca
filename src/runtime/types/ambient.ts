// What emulated types need from outside while a script runs: clock, randomness, files, environment, culture. The engine sets it
// when it starts to execute (everything is synchronous, so one current host is enough) and restores the former one at its end.

import type { RuntimeHost } from '../host.ts';

let currentHost: RuntimeHost | undefined;

/** Makes `host` the current one and gives the former one back. */
export function useHost(host: RuntimeHost | undefined): RuntimeHost | undefined {
  const former = currentHost;
  currentHost = host;
  return former;
}

/** The host of the running script. */
export function host(): RuntimeHost {
  if (currentHost === undefined) throw new Error('a .NET member needed the host, but no engine is executing (useHost)');
  return currentHost;
}

/** Name of the current culture; en-US outside of an engine. */
export function currentCultureName(): string {
  return currentHost === undefined ? 'en-US' : currentHost.culture;
}

/** Uniform integer in [0, 2^32). */
export function nextUint32(): number {
  return host().random.nextUint32();
}
