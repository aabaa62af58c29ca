// How the cmdlets of transport rules find a rule, and enable, disable and store one.

import type { CmdletContext, CmdletRun } from '../../../src/runtime/cmdlet.ts';
import { hasWildcards, matchesWildcard } from '../../../src/runtime/operators/strings.ts';
import type { JsonObject } from '../../../state/schema/json.ts';
import { worldOf } from '../../windows/local-machine.ts';
import { textOf } from '../types/argument-types.ts';
import { confirmed } from './confirmation.ts';
import { attempt, objectNotFound } from './errors.ts';
import { type Rule, rulesOf } from './transport-rules.ts';

/** Rules that -Identity names, all without one; the product's error for a name that none has. */
export function findRules(cmdlet: CmdletContext): Rule[] {
  const rules = rulesOf(cmdlet);
  if (!cmdlet.has('Identity')) return rules;
  const identity = textOf(cmdlet.args.Identity);
  if (hasWildcards(identity)) return rules.filter(({ name }) => matchesWildcard(name, identity, true));
  const key = identity.toLowerCase();
  const found = rules.filter((rule) =>
    [rule.name, rule.identity, rule.guid, rule.distinguishedName].some((text) => text.toLowerCase() === key),
  );
  if (found.length === 0) cmdlet.error(objectNotFound(cmdlet, identity));
  return found;
}

export function storeRule(cmdlet: CmdletContext, rule: Rule, properties: JsonObject): void {
  const input = { kind: 'config.set', class: 'transportRule', identity: rule.guid, properties } as const;
  attempt(cmdlet, () => worldOf(cmdlet).apply(input));
}

/** Enable- and Disable-. */
export function switching(
  state: 'Enabled' | 'Disabled',
  verb: string,
  also: (cmdlet: CmdletContext) => JsonObject = () => ({}),
): (cmdlet: CmdletContext) => CmdletRun {
  return (cmdlet) => ({
    process() {
      for (const rule of findRules(cmdlet))
        if (confirmed(cmdlet, `${verb} transport rule "${rule.name}".`))
          storeRule(cmdlet, rule, { State: state, ...also(cmdlet) });
    },
  });
}
