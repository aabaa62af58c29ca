// $exscripts\\Install-AntispamAgents.ps1 and Uninstall-AntispamAgents.ps1: the anti-spam agents of a Mailbox or Hub Transport server,
// which its setup leaves out (facts/outputs 3.5). The text is our own.

const agents = `$agents = @(
  @{ Name = 'Content Filter Agent'; Factory = 'ContentFilter.ContentFilterAgentFactory' }
  @{ Name = 'Sender Id Agent'; Factory = 'SenderId.SenderIdAgentFactory' }
  @{ Name = 'Sender Filter Agent'; Factory = 'ProtocolFilter.SenderFilterAgentFactory' }
  @{ Name = 'Recipient Filter Agent'; Factory = 'ProtocolFilter.RecipientFilterAgentFactory' }
  @{ Name = 'Protocol Analysis Agent'; Factory = 'ProtocolAnalysis.ProtocolAnalysisAgentFactory' }
)
`;

export const installAntispamAgents = `<#
.SYNOPSIS
Installs and enables the anti-spam agents on this server.
.DESCRIPTION
They work after the Microsoft Exchange Transport service was restarted.
.EXAMPLE
& $env:ExchangeInstallPath\\Scripts\\Install-AntispamAgents.ps1
#>
[CmdletBinding()]
param()
$ErrorActionPreference = 'Stop'
${agents}
$folder = $env:ExchangeInstallPath + 'TransportRoles\\agents\\Hygiene\\'
$present = @(Get-TransportAgent | ForEach-Object { $_.Identity.ToString() })
foreach ($agent in $agents | Where-Object { $present -notcontains $_.Name }) {
  $null = Install-TransportAgent -Name $agent.Name -AssemblyPath ($folder + 'Microsoft.Exchange.Transport.Agent.Hygiene.dll') \`
    -TransportAgentFactory "Microsoft.Exchange.Transport.Agent.$($agent.Factory)"
  Enable-TransportAgent -Identity $agent.Name
}
Set-TransportService $env:COMPUTERNAME -AntispamAgentsEnabled $true -WarningAction SilentlyContinue
Get-TransportAgent | Where-Object { $agents.Name -contains $_.Identity.ToString() }
Write-Warning 'The agents listed above have been installed. Please restart the Microsoft Exchange Transport service for changes to take effect.'
`;

export const uninstallAntispamAgents = `<#
.SYNOPSIS
Removes the anti-spam agents from this server.
.EXAMPLE
& $env:ExchangeInstallPath\\Scripts\\Uninstall-AntispamAgents.ps1
#>
[CmdletBinding()]
param()
$ErrorActionPreference = 'Stop'
${agents}
$present = @(Get-TransportAgent | ForEach-Object { $_.Identity.ToString() })
foreach ($agent in $agents | Where-Object { $present -contains $_.Name }) {
  Uninstall-TransportAgent -Identity $agent.Name -Confirm:$false
}
Set-TransportService $env:COMPUTERNAME -AntispamAgentsEnabled $false -WarningAction SilentlyContinue
Write-Warning 'The agents have been removed. Please restart the Microsoft Exchange Transport service for changes to take effect.'
`;
