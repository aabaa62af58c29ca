// How the Sandbox cmdlets find objects: wildcards for Get-, exactly one object an identity for Set- and Remove-.

import type { CmdletContext } from '../../../src/runtime/cmdlet.ts';
import { hasWildcards, matchesWildcard } from '../../../src/runtime/operators/strings.ts';
import { notFound, sandboxError } from './errors.ts';

export interface Selection<T> {
  /** `host`, `DNS record` … in messages. */
  kind: string;
  all: T[];
  /** Texts by which an object goes; the first is its name. */
  names(item: T): string[];
}

function fits<T>(selection: Selection<T>, item: T, identity: string): boolean {
  return selection.names(item).some((name) => name.toLowerCase() === identity.toLowerCase());
}

/** Objects for Get-: all without identities, in the order of `all`; a plain identity that finds none is an error. */
export function selectAny<T>(cmdlet: CmdletContext, identities: string[] | undefined, selection: Selection<T>): T[] {
  if (identities === undefined) return selection.all;
  const found = new Set<T>();
  for (const identity of identities) {
    const matching = hasWildcards(identity)
      ? selection.all.filter((item) => selection.names(item).some((name) => matchesWildcard(name, identity, true)))
      : selection.all.filter((item) => fits(selection, item, identity));
    if (matching.length === 0 && !hasWildcards(identity)) notFound(cmdlet, selection.kind, identity);
    for (const item of matching) found.add(item);
  }
  return selection.all.filter((item) => found.has(item));
}

/** The one object that an identity names; writes the error and gives undefined when there is none or there are several. */
export function selectOne<T>(cmdlet: CmdletContext, identity: string, selection: Selection<T>): T | undefined {
  const matching = selection.all.filter((item) => fits(selection, item, identity));
  const exact = matching.filter((item) => selection.names(item)[0]?.toLowerCase() === identity.toLowerCase());
  const found = exact.length > 0 ? exact : matching;
  if (found.length === 1) return found[0];
  if (found.length === 0) notFound(cmdlet, selection.kind, identity);
  else {
    const names = found.map((item) => selection.names(item)[0]).join(', ');
    const message = `'${identity}' fits several objects of kind ${selection.kind}: ${names}.`;
    sandboxError(cmdlet, 'SandboxAmbiguousIdentity', message, identity);
  }
  return undefined;
}
