// Get-MoveRequest.

import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { findMoveRequests, type MoveRequest, moveRequestObject } from './support/moves.ts';
import { textOf } from './types/argument-types.ts';

const same = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();

export default exchangeCmdlet({
  name: 'Get-MoveRequest',
  synopsis: 'Gets move requests, going and completed ones.',
  defaultSet: 'Filtering',
  parameterLines: `
    Identity              MoveRequestIdParameter both [Identity:0]
    BatchName             String null [Filtering]
    Credential            PSCredential
    DomainController      Fqdn null
    Flags                 =RequestFlags(CrossOrg,HighPriority,IntraOrg,Join,MoveOnlyArchiveMailbox,MoveOnlyPrimaryMailbox,None,Offline,Protected,Pull,Push,RemoteLegacy,Split,Suspend,SuspendWhenReadyToComplete,TargetIsAggregatedMailbox) [Filtering]
    HighPriority          Boolean [Filtering]
    IncludeSoftDeletedObjects SwitchParameter
    MoveStatus            =RequestStatus(AutoSuspended,Completed,CompletedWithWarning,CompletionInProgress,Failed,InProgress,None,Queued,Retrying,Suspended,Synced) [Filtering]
    Offline               Boolean [Filtering]
    OrganizationalUnit    OrganizationalUnitIdParameter [Filtering]
    Protect               Boolean [Filtering]
    RemoteHostName        Fqdn null [Filtering]
    ResultSize            Unlimited null
    SortBy                String null
    SourceDatabase        DatabaseIdParameter [Filtering]
    Suspend               Boolean [Filtering]
    SuspendWhenReadyToComplete Boolean [Filtering]
    TargetDatabase        DatabaseIdParameter [Filtering]
  `,
  examples: [
    {
      setup: 'New-MoveRequest alice -TargetDatabase DB02; Step-SandboxClock -Minutes 10',
      script: '(Get-MoveRequest alice).Status',
      output: 'Completed',
    },
  ],
  create: (cmdlet) => {
    const wanted = ({ properties }: MoveRequest): boolean => {
      const fits = (parameter: string, value: unknown): boolean =>
        !cmdlet.has(parameter) || same(textOf(cmdlet.args[parameter]), String(value ?? ''));
      return (
        fits('BatchName', properties.BatchName) &&
        fits('MoveStatus', properties.Status) &&
        fits('SourceDatabase', properties.SourceDatabase) &&
        fits('TargetDatabase', properties.TargetDatabase) &&
        fits('Protect', properties.Protect) &&
        fits('Suspend', properties.Status === 'Suspended') &&
        fits('SuspendWhenReadyToComplete', properties.SuspendWhenReadyToComplete) &&
        fits('HighPriority', properties.Priority === 'High')
      );
    };
    return {
      process() {
        const identity = cmdlet.has('Identity') ? textOf(cmdlet.args.Identity) : undefined;
        for (const request of findMoveRequests(cmdlet, identity))
          if (wanted(request)) cmdlet.write(moveRequestObject(cmdlet, request));
      },
    };
  },
});
