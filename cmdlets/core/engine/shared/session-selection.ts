// Sessions by object, id, name or computer, for the PSSession cmdlets.

import type { CmdletContext, ParameterDefinition } from '../../../../src/runtime/cmdlet.ts';
import { matchesWildcard } from '../../../../src/runtime/operators/strings.ts';
import { PSObject } from '../../../../src/runtime/values.ts';
import { requireRunspaces } from './remoting.ts';

export const sessionParameters: Record<string, ParameterDefinition> = {
  Id: { type: 'int[]', sets: { Id: { mandatory: true, position: 0, pipeline: 'name' } }, help: 'Numbers of sessions.' },
  Name: {
    type: 'string[]',
    sets: { Name: { mandatory: true, pipeline: 'name' } },
    wildcards: true,
    help: 'Names of sessions.',
  },
};

/** Sessions that -Session, -Id, -Name or -ComputerName select; all without any. */
export function selectSessions(cmdlet: CmdletContext): PSObject[] {
  const { args } = cmdlet;
  if (args.Session !== undefined) {
    const given: unknown[] = Array.isArray(args.Session) ? args.Session : [args.Session];
    return given.filter((each) => each instanceof PSObject);
  }
  return requireRunspaces(cmdlet)
    .sessions()
    .filter((session) => {
      const name = String(session.get('Name'));
      const computer = String(session.get('ComputerName')).toLowerCase();
      if (args.Id !== undefined) return (args.Id as number[]).includes(Number(session.get('Id')));
      if (args.Name !== undefined)
        return (args.Name as string[]).some((pattern) => matchesWildcard(name, pattern, true));
      return (
        args.ComputerName === undefined ||
        (args.ComputerName as string[]).some((each) => each.split('.')[0]!.toLowerCase() === computer)
      );
    });
}
