// The conditions and actions that Get-TransportRulePredicate and Get-TransportRuleAction list; Edge servers have fewer.

import type { CmdletContext, CmdletRun } from '../../../src/runtime/cmdlet.ts';
import { hasWildcards, matchesWildcard } from '../../../src/runtime/operators/strings.ts';
import { PSObject } from '../../../src/runtime/values.ts';
import { actionNames, companionNames, conditionNames } from '../../../src/transport/categorizer/rules/names.ts';
import { textOf } from '../types/argument-types.ts';
import { objectNotFound } from './errors.ts';
import { connectedServer, isEdge } from './server-scope.ts';
import { actionClass, predicateClass } from './transport-rule-view.ts';
import { isAvailable } from './transport-rules.ts';

const tasks = 'Microsoft.Exchange.MessagingPolicies.Rules.Tasks';
const plain = (className: string): string => className.replace(/(Predicate|Action)$/, '');
/** Words of a name: `SentToMemberOf` as `sent to member of`. */
const words = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();

export function listedParts(kind: 'predicate' | 'action'): (cmdlet: CmdletContext) => CmdletRun {
  return (cmdlet) => ({
    process() {
      const edge = isEdge(connectedServer(cmdlet));
      const names = (kind === 'action' ? actionNames : conditionNames).filter(
        (name) => !companionNames.has(name) && isAvailable(edge, name),
      );
      const classOf = kind === 'action' ? actionClass : predicateClass;
      const listed = [...new Set(names.map((name) => plain(classOf(name))))].sort();
      const identity = cmdlet.has('Name') ? textOf(cmdlet.args.Name) : '*';
      const found = listed.filter((name) => matchesWildcard(name, identity, true));
      if (found.length === 0 && !hasWildcards(identity)) cmdlet.error(objectNotFound(cmdlet, identity));
      const typeName = `${tasks}.${kind === 'action' ? 'TransportRuleAction' : 'TransportRulePredicate'}`;
      for (const [index, name] of found.entries())
        cmdlet.write(PSObject.of({ Name: name, Rank: index, LinkedDisplayText: words(name) }, typeName));
    },
  });
}
