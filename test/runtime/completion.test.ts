// What completion offers, asked as scripts ask: TabExpansion2. Each row: the input up to the cursor → the first choices. Rows of
// the language and of core cmdlets were compared with PowerShell 7.6; names from the model are Contoso's.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completeInput } from '../../src/runtime/completion/complete-input.ts';
import { openTestSession, type TestSession } from '../support/session.ts';

let contoso: TestSession;

beforeAll(() => {
  contoso = openTestSession();
  contoso.run(`
    $table = @{ alpha = 1; 'be ta' = 2 }
    $object = [pscustomobject]@{ Foo = 1; Bar = 'x' }
    function Global:Show-Kind { param([ValidateSet('one', 'two words')][string]$Kind, [switch]$Fast, [System.DayOfWeek]$Day) }
    function Global:Get-Thing {
      [CmdletBinding(SupportsShouldProcess)] param(
        [Parameter(ParameterSetName = 'A')]$Aa, [Parameter(ParameterSetName = 'B')]$Bb, [Parameter(Mandatory)]$Cc)
    }
    function Global:Get-Colour {
      param([ArgumentCompletions('red', 'dark blue')]$Name, [ArgumentCompleter({ param($c, $p, $w) "$c/$p/$w" })]$Shade, $Registered)
    }
    Register-ArgumentCompleter -CommandName Get-Colour -ParameterName Registered -ScriptBlock {
      param($command, $parameter, $word, $ast, $bound)
      "$parameter $($bound.Keys)"
      [System.Management.Automation.CompletionResult]::new('three', 'THREE', 'ParameterValue', 'the third')
    }
    New-Item C:\\Work\\Reports -ItemType Directory | Out-Null
    Set-Content 'C:\\Work\\my report.txt' x
  `);
});
afterAll(() => contoso.dispose());

function choices(input: string): string[] {
  return completeInput(contoso.session.engine, input, input.length).matches.map((match) => match.completionText);
}

describe('completion', () => {
  const rows: readonly (readonly [input: string, first: string, ...others: string[]])[] = [
    ['Get-ChildI', 'Get-ChildItem'],
    ['foo | Where-Ob', 'Where-Object'],
    ['fore', 'foreach', 'ForEach-Object'],
    ['Show-Kind -', '-Kind', '-Fast', '-Day'],
    ['Show-Kind -Kind ', 'one', "'two words'"],
    ['Show-Kind ', 'one', "'two words'"],
    ['Show-Kind "o', '"one"'],
    ["Show-Kind 'tw", "'two words'"],
    ['Show-Kind -Kind:', 'one', "'two words'"],
    ['Show-Kind -Day S', 'Saturday', 'Sunday'],
    ['Get-Thing -', '-Aa', '-Bb', '-Cc', '-WhatIf', '-Confirm', '-Verbose', '-Debug', '-ErrorAction'],
    ['Get-Thing -Aa 1 -', '-Cc', '-WhatIf'],
    ['Get-ChildItem -ErrorA', '-ErrorAction'],
    ['Get-Item -ea', '-ea'],
    ['Get-Item -ErrorAction ', 'Break', 'Continue', 'Ignore', 'Inquire'],
    ['Get-Colour -Name ', 'red', "'dark blue'"],
    ['Get-Colour -Shade x', 'Get-Colour/Shade/x'],
    ['Get-Colour -Shade 1 -Registered t', 'Registered Shade Registered', 'three'],
    ['$object.', 'Bar', 'Foo', 'Equals('],
    ['$object.Foo.GetT', 'GetType('],
    ['$table[', "'alpha'", "'be ta'"],
    ['$table.al', 'alpha'],
    ['"abc".Su', 'Substring('],
    ['[string]::IsNullO', 'IsNullOrEmpty(', 'IsNullOrWhiteSpace('],
    ['[DayOfWeek]::S', 'Saturday', 'Sunday'],
    ['[math]::P', 'PI', 'Pow('],
    ['[cmdletb', 'CmdletBinding'],
    ['[System.Collections.Gen', 'System.Collections.Generic'],
    ['New-Object System.StringS', 'System.StringSplitOptions'],
    ['$object | Sort-Object F', 'Foo'],
    ['$object | % F', 'Foo'],
    ['$object | Select-Object Foo | Where-Object ', 'Foo'],
    ['$object | ? { $_.', 'Bar', 'Foo'],
    ['[pscustomobject]@{ Xx = 1; Yy = 2 } | select @{ n = "Zed"; e = { 1 } }, Xx | sort ', 'Xx', 'Zed'],
    ['[pscustomobject]@{ Xx = 1; Yy = "b" } | select -ExpandProperty Yy | % { $_.Subs', 'Substring('],
    ['Get-ChildItem | Group-Object Extension | sort ', 'Count', 'Group', 'Name', 'Values'],
    ['foreach ($file in Get-ChildItem) { $file.LastW', 'LastWriteTime', 'LastWriteTimeUtc'],
    ['$now = Get-Date; $now.DayOfW', 'DayOfWeek'],
    ['Get-ChildItem | Select-Object @{ ', 'Name', 'Expression'],
    ['Get-ChildItem | Select-Object @{ Name = "x"; ', 'Expression'],
    ['Get-ChildItem | Sort-Object @{ ', 'Expression', 'Ascending', 'Descending'],
    ['$ErrorA', '$ErrorActionPreference'],
    ['$global:ErrorA', '$global:ErrorActionPreference'],
    ['@tab', '@table'],
    ['$env:COMPUTERN', '$env:COMPUTERNAME'],
    ['$count = 1; $cou', '$count'],
    ['1 -li', '-like'],
    ['Get-Content C:\\Work\\', "'C:\\Work\\my report.txt'", 'C:\\Work\\Reports'],
    ['Get-Content "C:\\Work\\my', '"C:\\Work\\my report.txt"'],
    ['Get-Command Get-ChildI', 'Get-ChildItem'],
    ['Get-Help Get-ChildI', 'Get-ChildItem'],
    ['help Get-ChildI', 'Get-ChildItem'],
    ['Get-Variable ErrorA', 'ErrorActionPreference'],
    ['Set-Alias x Get-ChildI', 'Get-ChildItem'],
  ];
  it.each(rows)('%s', (input, ...expected) => {
    expect(choices(input).slice(0, expected.length)).toEqual(expected);
  });

  it('offers nothing for nothing', () => {
    expect(completeInput(contoso.session.engine, '', 0)).toEqual({ start: -1, length: -1, matches: [] });
  });

  it('offers no files where names of the model are meant', () => {
    expect(choices('Set-TransportConfig -ExternalPostmasterAddress ')).toEqual([]);
  });

  it('replaces what is written of the word', () => {
    expect(completeInput(contoso.session.engine, 'foo | Get-Chi -Path x', 13)).toMatchObject({ start: 6, length: 7 });
  });
});

describe('completion from the model', () => {
  const rows: readonly (readonly [input: string, first: string, ...others: string[]])[] = [
    ['Get-Queue EX01\\Sub', 'EX01\\Submission'],
    ['Get-Queue -Server EX0', 'EX01', 'EX02'],
    ['Get-MailboxServer EX0', 'EX01', 'EX02'],
    ['Set-ReceiveConnector EX01\\Default', "'EX01\\Default EX01'", "'EX01\\Default Frontend EX01'"],
    ['Set-SendConnector -Identity Edge', "'EdgeSync - Inbound to Redmond'"],
    ['Get-Mailbox al', 'alice'],
    ['Get-Mailbox alice@', 'alice@contoso.com'],
    ['Set-ServerComponentState EX01 -State ', 'Active', 'Draining', 'Inactive'],
    ['Get-Queue | Sort-Object Mess', 'MessageCount', 'MessageCountsPerPriority'],
    ['Get-Queue | Where-Object { $_.NextH', 'NextHopCategory', 'NextHopConnector', 'NextHopDomain'],
    ['Get-SendConnector | select AddressS', 'AddressSpaces'],
    ['$queues = Get-Queue; $queues | ft NextHopD', 'NextHopDomain'],
    ['Get-TransportService EX01 | fl MessageExp', 'MessageExpirationTimeout'],
    ['Get-Mailbox | select Databas', 'Database'],
    ['Get-Queue -Filter {Stat', 'Status'],
    ['Get-Queue -SortOrder MessageCo', 'MessageCount', 'MessageCountsPerPriority'],
    ['Get-Queue -Exclude Em', 'Empty'],
    ['Get-MessageTrackingLog -EventId DEL', 'DELIVER'],
    ['Set-ServerComponentState EX01 -Component Hub', 'HubTransport'],
    ['Enable-TransportAgent Mal', "'Malware Agent'"],
    ['Redirect-Message -Server EX01 -Target EX02', 'EX02.contoso.com'],
    ['New-SendConnector -SourceTransportServers EX0', 'EX01', 'EX02'],
    ['Get-WinEvent -LogName A', 'Application'],
    ['Start-Lab first-s', 'first-steps'],
    ['Get-SandboxServer EX0', 'EX01', 'EX02'],
    ['Get-SandboxLink -From Per', 'Perimeter'],
    ['Restart-Service MSExchangeTransport', 'MSExchangeTransport', 'MSExchangeTransportLogSearch'],
    ['Get-Service -ComputerName EX02 -Name MSExchangeFront', 'MSExchangeFrontEndTransport'],
    ['net stop MSExchangeFront', 'MSExchangeFrontEndTransport'],
    ['nslookup -type=m', '-type=MX'],
    ['Set-SendConnector Internet -Enabled $tr', '$true'],
  ];
  it.each(rows)('%s', (input, ...expected) => {
    expect(choices(input).slice(0, expected.length)).toEqual(expected);
  });
});

describe('properties that completion knows of', () => {
  const commands = [
    'Get-Queue',
    'Get-MessageTrackingLog',
    'Get-ServerComponentState EX01',
    'Test-ServiceHealth',
    'Get-SandboxMailboxItem alice@contoso.com',
    'Get-SandboxHost',
    'Get-SandboxServer',
    'Get-SandboxLink',
    'Get-SandboxDnsRecord',
    'Get-SandboxDnsServer',
    'Get-SandboxClock',
    'Get-SendConnector',
    'Get-ReceiveConnector',
    'Get-TransportConfig',
    'Get-ExchangeServer',
    'Get-AcceptedDomain',
  ];
  it.each(commands)('%s: what is offered is what comes', (command) => {
    contoso.run(`if (-not (Get-MessageTrackingLog)) {
      $null = Send-SandboxMessage bob@contoso.com alice@contoso.com -Subject x; Step-SandboxClock -Minutes 2 }`);
    const names = contoso.run(`(@(${command})[0].psobject.Properties.Name | Sort-Object) -join ','`).trim().split(',');
    const offered = choices(`${command} | Select-Object `).map((name) => name.toLowerCase());
    expect(names.filter((name) => !offered.includes(name.toLowerCase()))).toEqual([]);
  });
});

describe('TabExpansion2', () => {
  it('gives what the reference gives', () => {
    const shown = contoso.run(`$r = TabExpansion2 'Get-ChildI' 10
      $r.GetType().FullName; $r.CurrentMatchIndex; $r.ReplacementIndex; $r.ReplacementLength
      $r.CompletionMatches[0].ListItemText; "$($r.CompletionMatches[0].ResultType)"; $r.GetNextResult($true).CompletionText; $r.CurrentMatchIndex`);
    expect(shown).toBe(
      'System.Management.Automation.CommandCompletion\n-1\n0\n10\nGet-ChildItem\nCommand\nGet-ChildItem\n0\n',
    );
  });

  it('is [CommandCompletion]::CompleteInput', () => {
    const call =
      "[System.Management.Automation.CommandCompletion]::CompleteInput('Get-Item -ErrorAction S', 23, $null)";
    expect(contoso.run(`${call}.CompletionMatches.CompletionText -join ','`)).toBe('SilentlyContinue,Stop,Suspend\n');
  });

  it('serves programs by completers of scripts', () => {
    const text = `Register-ArgumentCompleter -Native -CommandName hostname -ScriptBlock { param($word, $ast, $cursor) "$word at $cursor of $ast" }
      (TabExpansion2 'hostname --a' 12).CompletionMatches.CompletionText`;
    expect(contoso.run(text)).toBe('--a at 12 of hostname --a\n');
  });
});
