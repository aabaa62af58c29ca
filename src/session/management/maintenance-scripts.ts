// $exscripts\StartDagServerMaintenance.ps1, StopDagServerMaintenance.ps1 and RedistributeActiveDatabases.ps1, by what their
// parameters and effects are in the product (facts/components.json, maintenance); the text is our own.

export const startDagServerMaintenance = String.raw`<#
.SYNOPSIS
Takes the databases of a DAG member out of service, so that the server can be worked on.
.DESCRIPTION
Blocks the activation of copies on the server, moves its active databases to other members, and pauses its cluster node.
.PARAMETER ServerName
The DAG member.
.PARAMETER MoveComment
Why the databases move; it stands in their history.
.PARAMETER PauseClusterNode
Pauses the node in the cluster too.
.PARAMETER OverrideMinimumTwoCopies
Goes on although a database has no other healthy copy; such a database stays where it is.
.EXAMPLE
.\StartDagServerMaintenance.ps1 -ServerName EX01 -MoveComment Maintenance -PauseClusterNode
#>
[CmdletBinding(SupportsShouldProcess)]
param(
  [Parameter(Mandatory, Position = 0)][Alias('Server')][string]$ServerName,
  [string]$MoveComment = 'Moved by StartDagServerMaintenance.ps1',
  [switch]$PauseClusterNode,
  [switch]$OverrideMinimumTwoCopies,
  [switch]$Force
)
$ErrorActionPreference = 'Stop'
$short = $ServerName.Split('.')[0]
$group = Get-DatabaseAvailabilityGroup | Where-Object { $_.Servers -contains $short }
if (-not $group) { throw "The server $short is not a member of a database availability group." }

$copies = @(Get-MailboxDatabaseCopyStatus -Server $short)
$alone = @(foreach ($copy in $copies | Where-Object { $_.ActiveCopy }) {
  $others = @(Get-MailboxDatabaseCopyStatus $copy.DatabaseName | Where-Object { -not $_.ActiveCopy -and $_.Status -eq 'Healthy' })
  if ($others.Count -eq 0) { $copy.DatabaseName }
})
if ($alone.Count -gt 0 -and -not $OverrideMinimumTwoCopies) {
  throw "These databases have no other healthy copy: $($alone -join ', '). Nothing was changed."
}

Write-Verbose "Blocking activation of copies on $short."
Set-MailboxServer $short -DatabaseCopyAutoActivationPolicy Blocked -WarningAction SilentlyContinue
foreach ($copy in $copies | Where-Object { $_.ActiveCopy -and $alone -notcontains $_.DatabaseName }) {
  Write-Verbose "Moving the active copy of $($copy.DatabaseName)."
  $null = Move-ActiveMailboxDatabase $copy.DatabaseName -MoveComment $MoveComment -Confirm:$false
}
$version = (Get-ExchangeServer $short).AdminDisplayVersion
# The scripts of Exchange 2010 always paused the node; later ones do so when told to.
if ($PauseClusterNode -or $version -like 'Version 14*') {
  Write-Verbose "Pausing the cluster node $short."
  $null = Suspend-ClusterNode $short
}
$left = @(Get-MailboxDatabaseCopyStatus -Server $short | Where-Object { $_.ActiveCopy -and $alone -notcontains $_.DatabaseName })
if ($left.Count -gt 0) { Write-Warning ('Still active on {0}: {1}' -f $short, ($left.DatabaseName -join ', ')) }
`;

export const stopDagServerMaintenance = String.raw`<#
.SYNOPSIS
Takes a DAG member into service again after StartDagServerMaintenance.ps1.
.DESCRIPTION
Resumes the cluster node and lets copies on the server be activated again. Active databases stay where they are:
RedistributeActiveDatabases.ps1 moves them back.
.PARAMETER ServerName
The DAG member.
.EXAMPLE
.\StopDagServerMaintenance.ps1 -ServerName EX01
#>
[CmdletBinding(SupportsShouldProcess)]
param([Parameter(Mandatory, Position = 0)][Alias('Server')][string]$ServerName)
$ErrorActionPreference = 'Stop'
$short = $ServerName.Split('.')[0]
$group = Get-DatabaseAvailabilityGroup | Where-Object { $_.Servers -contains $short }
if (-not $group) { throw "The server $short is not a member of a database availability group." }

if ((Get-ClusterNode $short).State -eq 'Paused') {
  Write-Verbose "Resuming the cluster node $short."
  $null = Resume-ClusterNode $short
}
Write-Verbose "Allowing activation of copies on $short."
Set-MailboxServer $short -DatabaseCopyAutoActivationPolicy Unrestricted -WarningAction SilentlyContinue
Set-MailboxServer $short -DatabaseCopyActivationDisabledAndMoveNow $false -WarningAction SilentlyContinue
foreach ($copy in Get-MailboxDatabaseCopyStatus -Server $short) {
  if ($copy.ActivationSuspended -and (Get-Command Resume-MailboxDatabaseCopy -ErrorAction SilentlyContinue)) {
    Resume-MailboxDatabaseCopy $copy.Identity -Confirm:$false
  }
}
`;

export const redistributeActiveDatabases = String.raw`<#
.SYNOPSIS
Moves the active databases of a DAG to the copies that their activation preference names.
.PARAMETER DagName
The database availability group.
.PARAMETER BalanceDbsByActivationPreference
Moves each database to its healthy copy with the lowest preference number.
.PARAMETER ShowFinalDatabaseDistribution
Shows where the databases are afterwards, or are now when nothing is to be moved.
.EXAMPLE
.\RedistributeActiveDatabases.ps1 -DagName DAG1 -BalanceDbsByActivationPreference -Confirm:$false
#>
[CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
param(
  [Parameter(Position = 0)][string]$DagName = '*',
  [switch]$BalanceDbsByActivationPreference,
  [switch]$BalanceDbsBySiteAndActivationPreference,
  [switch]$ShowFinalDatabaseDistribution,
  [switch]$ShowDatabaseCurrentActives,
  [string]$MoveComment = 'Moved by RedistributeActiveDatabases.ps1'
)
$ErrorActionPreference = 'Stop'
$balance = $BalanceDbsByActivationPreference -or $BalanceDbsBySiteAndActivationPreference
$groups = @(Get-DatabaseAvailabilityGroup $DagName)
if ($groups.Count -eq 0) { throw "There is no database availability group '$DagName'." }
$names = @($groups | ForEach-Object { $_.Servers } | ForEach-Object { Get-MailboxDatabaseCopyStatus -Server $_ } |
  ForEach-Object { $_.DatabaseName } | Sort-Object -Unique)
foreach ($name in $names) {
  $copies = @(Get-MailboxDatabaseCopyStatus $name | Sort-Object ActivationPreference)
  $active = $copies | Where-Object { $_.ActiveCopy }
  $wanted = $copies | Where-Object { $_.ActiveCopy -or $_.Status -eq 'Healthy' } | Select-Object -First 1
  $moved = $false
  if ($balance -and $wanted -and -not $wanted.ActiveCopy -and
      $PSCmdlet.ShouldProcess($name, "Move the active copy from $($active.MailboxServer) to $($wanted.MailboxServer)")) {
    $null = Move-ActiveMailboxDatabase $name -ActivateOnServer $wanted.MailboxServer -MoveComment $MoveComment -Confirm:$false
    $active = $wanted
    $moved = $true
  }
  if ($moved -or $ShowFinalDatabaseDistribution -or $ShowDatabaseCurrentActives -or -not $balance) {
    [pscustomobject]@{
      DbName = $name
      ActiveOnServer = $active.MailboxServer
      ActivationPreference = $active.ActivationPreference
      IsOnMostPreferredCopy = $active.ActivationPreference -eq $copies[0].ActivationPreference
      Moved = $moved
    }
  }
}
`;
