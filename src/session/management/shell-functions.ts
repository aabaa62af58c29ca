// The functions that the Exchange Management Shell has beside its cmdlets (Get-ExCommand, Connect-ExchangeServer, Get-Tip …), as
// text: bin\RemoteExchange.ps1 on each Exchange server's drive is made of them, and a session has them from its start.

/** Lines of the banner (facts/outputs 0.2). */
export const BANNER = `
         Welcome to the Exchange Management Shell!

Full list of cmdlets: Get-Command
Only Exchange cmdlets: Get-ExCommand
Cmdlets that match a specific string: Help *<string>*
Get general help: Help
Get help for a cmdlet: Help <cmdlet name> or <cmdlet name> -?
Exchange team blog: Get-ExBlog
Show full output for a command: <command> | Format-List

Show quick reference guide: QuickRef
`;

export const TIPS: readonly string[] = [
  'Queues of one server: Get-Queue -Server EX01. Queues of all: Get-TransportService | Get-Queue.',
  "What waits and why: Get-Queue -Filter {Status -eq 'Retry'} | Format-List Identity, LastError, NextRetryTime",
  'Where a message went: Get-TransportService | Get-MessageTrackingLog -MessageId <id> | Sort-Object Timestamp',
  'Before you delete messages, see what would go: Remove-Message … -WhatIf',
  'Lists are changed without writing them anew: -RemoteIPRanges @{Add="192.168.40.0/24"}',
  'Tab completes names of servers, queues and connectors; Ctrl+Space shows them as a menu.',
  'Hold a queue while you look: Suspend-Queue, Get-Message, Resume-Queue.',
  'A server that leaves service keeps no mail: Set-ServerComponentState … -State Draining, then Redirect-Message.',
  'Properties that a table leaves out: pipe to Format-List, or Select-Object with their names.',
  'Which of two Receive connectors answers is decided by the most specific RemoteIPRanges.',
  'Shadow queues hold copies: their messages are delivered only when the primary server is gone.',
  'Messages of any queue by sender: Get-Message -Filter {FromAddress -like "*@contoso.com"}',
];

const tips = TIPS.map((tip) => `    '${tip.replaceAll("'", "''")}'`).join('\n');

/** Bodies by name. */
export const shellFunctions: Readonly<Record<string, string>> = {
  'Get-ExCommand': `param([string]$Name = '*')
Get-Command -Name $Name -Module Microsoft.Exchange* -CommandType Cmdlet`,
  'Get-PSCommand': `param([string]$Name = '*')
Get-Command -Name $Name -CommandType Cmdlet | Where-Object { $_.ModuleName -notlike 'Microsoft.Exchange*' }`,
  'Get-ExBanner': `Write-Host @'
${BANNER}'@`,
  'Get-ExBlog': "'https://techcommunity.microsoft.com/category/exchange/blog/exchange'",
  QuickRef: "'https://learn.microsoft.com/powershell/exchange/exchange-management-shell'",
  'Get-AllTheTips': `$tips = @(
${tips}
)
for ($number = 1; $number -le $tips.Count; $number++) { [pscustomobject]@{ Number = $number; Tip = $tips[$number - 1] } }`,
  'Get-Tip': `param([int]$Number = 0)
$tips = @(Get-AllTheTips)
if ($Number -lt 1 -or $Number -gt $tips.Count) { $Number = Get-Random -Minimum 1 -Maximum ($tips.Count + 1) }
Write-Host ''
Write-Host "Tip of the day #\${Number}:"
Write-Host ''
Write-Host $tips[$Number - 1].Tip
Write-Host ''`,
  'Connect-ExchangeServer': `[CmdletBinding()]
param(
  [switch]$Auto,
  [string]$ServerFqdn,
  [string]$ClientApplication,
  [switch]$Prompt,
  [string]$User,
  $Credential,
  [string]$Forest
)
if ($ServerFqdn -eq '') {
  $server = Get-SandboxServer $env:COMPUTERNAME
  $ServerFqdn = $server.Fqdn
}
Write-Verbose "Connecting to $ServerFqdn." -Verbose
$uri = "http://$ServerFqdn/powershell?serializationLevel=Full"
$session = New-PSSession -ConnectionUri $uri -ConfigurationName Microsoft.Exchange
if ($session) {
  $null = Import-PSSession $session -AllowClobber -DisableNameChecking
  Write-Verbose "Connected to $ServerFqdn." -Verbose
}`,
};

/** What dot-sourcing the shell's own script sets besides the functions. */
const variables = `$global:exbin = $env:ExchangeInstallPath + 'bin\\'
$global:exscripts = $env:ExchangeInstallPath + 'scripts\\'
$global:exinstall = $env:ExchangeInstallPath
$global:FormatEnumerationLimit = 16
`;

export function remoteExchangeScript(): string {
  const functions = Object.entries(shellFunctions).map(([name, body]) => `function global:${name} {\n${body}\n}\n`);
  return [
    '# Makes a PowerShell session an Exchange Management Shell: its variables and functions. Connect-ExchangeServer connects it.',
    variables,
    ...functions,
  ].join('\n');
}
