// Wrong commands of common kinds and what was probably meant: the old command prompt's syntax, Exchange Online's cmdlets on
// premises, names and parameters of other versions, another system's tools. One line each, in English and Japanese.

export interface SuggestionRule {
  /** Must fit what was typed. */
  text: RegExp;
  /** Must fit the error's FullyQualifiedErrorId; absent: also when there was no error, but not what was meant. */
  error?: RegExp;
  /** `$1` … stand for groups of `text`. */
  en: string;
  ja: string;
}

const start = '(?:^|[;|&{(]\\s*)';
const at = (pattern: string) => new RegExp(`${start}${pattern}`, 'i');
const unknownCommand = /^CommandNotFoundException/;
const binding =
  /^(PositionalParameterNotFound|NamedParameterNotFound|PathNotFound|ItemNotFound|MissingMandatoryParameter|AmbiguousParameter)/;

/** The old command prompt. */
const commandPrompt = (): SuggestionRule[] => [
  {
    text: at('dir\\b[^|;]*\\s/s\\b'),
    error: binding,
    en: "dir is Get-ChildItem here: 'dir -Recurse' looks into subfolders, 'dir -Name' is /b, 'dir -Force' shows hidden files.",
    ja: "ここでの dir は Get-ChildItem です。サブフォルダーも表示するには 'dir -Recurse'、/b は 'dir -Name'、隠しファイルは 'dir -Force' です。",
  },
  {
    text: at('dir\\b[^|;]*\\s/\\w'),
    error: binding,
    en: "dir is Get-ChildItem here; its parameters begin with a hyphen: 'dir -Recurse', 'dir -Name', 'dir -Force'.",
    ja: "ここでの dir は Get-ChildItem です。パラメーターはハイフンで始まります: 'dir -Recurse'、'dir -Name'、'dir -Force'。",
  },
  {
    text: at('(?:copy|move)\\b[^|;]*\\s/y\\b'),
    error: binding,
    en: "copy and move are Copy-Item and Move-Item here and need no /y: they replace files; 'move -Force' replaces an existing one.",
    ja: "ここでの copy と move は Copy-Item と Move-Item で、/y は不要です。既存のファイルを置き換えるには 'move -Force' を使います。",
  },
  {
    text: at('(?:del|erase)\\b[^|;]*\\s/\\w'),
    error: binding,
    en: "del is Remove-Item here: 'del -Force' for /f, 'del -Recurse' for /s; there is no /q, it does not ask.",
    ja: "ここでの del は Remove-Item です。/f は 'del -Force'、/s は 'del -Recurse' です。/q は不要です。",
  },
  {
    text: at('(?:rd|rmdir)\\b[^|;]*\\s/\\w'),
    error: binding,
    en: "rd is Remove-Item here: 'rd -Recurse -Force <folder>' is 'rd /s /q'.",
    ja: "ここでの rd は Remove-Item です。'rd /s /q' は 'rd -Recurse -Force <フォルダー>' です。",
  },
  {
    text: at('(?:type|more)\\b[^|;]*\\s/\\w'),
    error: binding,
    en: "type is Get-Content here: 'type <file> | Out-Host -Paging' shows a file by pages.",
    ja: "ここでの type は Get-Content です。ページごとに表示するには 'type <ファイル> | Out-Host -Paging' を使います。",
  },
  {
    text: at('cd\\s+/d\\b'),
    error: binding,
    en: "cd changes the drive as well: 'cd D:\\folder', without /d.",
    ja: "cd はドライブも変更できます。/d なしで 'cd D:\\folder' とします。",
  },
  {
    text: at('set\\s+([A-Za-z_]\\w*)=(\\S*)'),
    en: "To set a variable: $$1 = '$2'; an environment variable: $env:$1 = '$2'.",
    ja: "変数の設定は $$1 = '$2'、環境変数は $env:$1 = '$2' です。",
  },
  {
    text: at('if\\s+(?:not\\s+)?exist\\s+(\\S+)'),
    error: /^Missing/,
    en: "To ask whether a file exists: if (Test-Path '$1') { … }.",
    ja: "ファイルの有無を調べるには if (Test-Path '$1') { … } を使います。",
  },
  {
    text: at('if\\s+(?:not\\s+)?(?:errorlevel|defined|/i)\\b'),
    error: /^Missing/,
    en: 'A condition stands in brackets: if ($LASTEXITCODE -ne 0) { … }, if ($null -ne $x) { … }.',
    ja: '条件はかっこで囲みます: if ($LASTEXITCODE -ne 0) { … }、if ($null -ne $x) { … }。',
  },
  {
    text: at('for\\s+(?:/\\w\\s+)?%'),
    error: /^Missing/,
    en: "A loop over a list: foreach ($i in 'a','b') { … }; over numbers: foreach ($i in 1..5) { … }.",
    ja: "リストの繰り返しは foreach ($i in 'a','b') { … }、数値は foreach ($i in 1..5) { … } です。",
  },
  {
    text: at('(?:echo|cd|dir|copy|move|del|type|md|rd|start)\\b[^|;]*%([A-Za-z_]\\w*)%'),
    en: 'An environment variable is written $env:$1 here, not %$1%.',
    ja: 'ここでは環境変数を %$1% ではなく $env:$1 と書きます。',
  },
  {
    text: at('net\\s+use\\b'),
    en: 'A share needs no drive letter: Get-ChildItem \\\\EX02\\C$\\… ; a drive of PowerShell: New-PSDrive X FileSystem \\\\EX02\\C$.',
    ja: '共有にドライブ文字は不要です: Get-ChildItem \\\\EX02\\C$\\… 。ドライブとして使うには New-PSDrive X FileSystem \\\\EX02\\C$ です。',
  },
  {
    text: at('(?:findstr|find)\\b'),
    error: unknownCommand,
    en: "To search text: Select-String, as in '… | Select-String <pattern>' or 'Select-String <pattern> <file>'.",
    ja: "文字列の検索は Select-String です: '… | Select-String <パターン>'、'Select-String <パターン> <ファイル>'。",
  },
  {
    text: at('(?:tasklist|taskkill)\\b'),
    error: unknownCommand,
    en: 'Processes: Get-Process; to end one: Stop-Process -Name <name>.',
    ja: 'プロセスの一覧は Get-Process、終了は Stop-Process -Name <名前> です。',
  },
  {
    text: at('where\\.exe\\b'),
    error: unknownCommand,
    en: 'To see what a command name stands for: Get-Command <name>.',
    ja: 'コマンド名の意味を調べるには Get-Command <名前> を使います。',
  },
];

/** Another system's tools. */
const otherSystems = (): SuggestionRule[] => [
  {
    text: at('(?:e|f)?grep\\b'),
    error: unknownCommand,
    en: "To search text: Select-String, as in '… | Select-String <pattern>'.",
    ja: "文字列の検索は Select-String です: '… | Select-String <パターン>'。",
  },
  {
    text: at('ls\\s+-\\w*[la]\\w*'),
    error: binding,
    en: "ls is Get-ChildItem here: it lists in full already; 'ls -Force' shows hidden files.",
    ja: "ここでの ls は Get-ChildItem で、詳細は既に表示されます。隠しファイルは 'ls -Force' です。",
  },
  {
    text: at('rm\\s+-\\w*[rf]\\w*'),
    error: binding,
    en: "rm is Remove-Item here: 'rm -Recurse -Force <folder>'.",
    ja: "ここでの rm は Remove-Item です: 'rm -Recurse -Force <フォルダー>'。",
  },
  {
    text: at('(?:tail|head|less)\\b'),
    error: unknownCommand,
    en: 'The end of a file: Get-Content <file> -Tail 20; its beginning: -TotalCount 20.',
    ja: 'ファイルの末尾は Get-Content <ファイル> -Tail 20、先頭は -TotalCount 20 です。',
  },
  {
    text: at('export\\s+(\\w+)='),
    error: unknownCommand,
    en: "An environment variable: $env:$1 = '…'.",
    ja: "環境変数は $env:$1 = '…' です。",
  },
  {
    text: at('(?:sudo|touch|dig|systemctl|service|journalctl)\\b'),
    error: unknownCommand,
    en: 'This is a Windows shell: Get-Service, Restart-Service, nslookup, New-Item, Get-WinEvent.',
    ja: 'これは Windows のシェルです: Get-Service、Restart-Service、nslookup、New-Item、Get-WinEvent。',
  },
];

/** Exchange Online's cmdlets, in an organisation on premises. */
const online = (): SuggestionRule[] => [
  {
    text: at('(?:Connect|Disconnect)-(?:ExchangeOnline|IPPSSession|MsolService|MgGraph|AzureAD)\\b'),
    error: unknownCommand,
    en: 'This shell is connected to the organization on premises already; only Exchange Online needs Connect-ExchangeOnline.',
    ja: 'このシェルは既にオンプレミスの組織に接続しています。Connect-ExchangeOnline は Exchange Online 用です。',
  },
  {
    text: at('Get-MessageTrace(?:V2)?\\b'),
    error: unknownCommand,
    en: 'Get-MessageTrace is of Exchange Online. On premises: Get-MessageTrackingLog, on each server that the message may have passed.',
    ja: 'Get-MessageTrace は Exchange Online のコマンドです。オンプレミスでは、メッセージが通った可能性のある各サーバーで Get-MessageTrackingLog を使います。',
  },
  {
    text: at('Get-MessageTraceDetail(?:V2)?\\b'),
    error: unknownCommand,
    en: 'On premises: Get-MessageTrackingLog -MessageId <id> shows every event of a message; Trace-SandboxMessage says why.',
    ja: 'オンプレミスでは Get-MessageTrackingLog -MessageId <id> でメッセージの全イベントがわかります。理由は Trace-SandboxMessage で調べます。',
  },
  {
    text: at('(\\w+)-EXO(\\w+)'),
    error: unknownCommand,
    en: '$1-EXO$2 is of Exchange Online. On premises: $1-$2.',
    ja: '$1-EXO$2 は Exchange Online のコマンドです。オンプレミスでは $1-$2 です。',
  },
  {
    text: at('(\\w+)-InboundConnector\\b'),
    error: unknownCommand,
    en: 'Inbound connectors are of Exchange Online. On premises: $1-ReceiveConnector.',
    ja: '受信コネクタ (Inbound) は Exchange Online のものです。オンプレミスでは $1-ReceiveConnector です。',
  },
  {
    text: at('(\\w+)-OutboundConnector\\b'),
    error: unknownCommand,
    en: 'Outbound connectors are of Exchange Online. On premises: $1-SendConnector.',
    ja: '送信コネクタ (Outbound) は Exchange Online のものです。オンプレミスでは $1-SendConnector です。',
  },
  {
    text: at('Start-HistoricalSearch\\b'),
    error: unknownCommand,
    en: 'On premises the tracking logs go back 30 days: Get-MessageTrackingLog -Start … -End ….',
    ja: 'オンプレミスの追跡ログは 30 日分あります: Get-MessageTrackingLog -Start … -End …。',
  },
  {
    text: at(
      '\\w+-(?:QuarantineMessage|HostedContentFilterPolicy|HostedConnectionFilterPolicy|AntiPhishPolicy|DkimSigningConfig|TenantAllowBlockListItems?|UnifiedGroup)\\b',
    ),
    error: unknownCommand,
    en: 'This cmdlet is of Exchange Online Protection; an organization on premises has none of it.',
    ja: 'このコマンドは Exchange Online Protection のもので、オンプレミスの組織にはありません。',
  },
  {
    text: at('(?:Import-Module\\s+ExchangeOnline\\w*|Add-PSSnapin\\s+Microsoft\\.Exchange\\S*)'),
    error: /./,
    en: 'The Exchange cmdlets are here already: Get-ExCommand lists them.',
    ja: 'Exchange のコマンドレットは既に読み込まれています。Get-ExCommand で一覧を表示できます。',
  },
];

/** Names and parameters of other versions, and filters without quotation marks. */
const exchange = (): SuggestionRule[] => [
  {
    text: at('(Get|Set)-TransportServer\\b'),
    error: /./,
    en: 'From Exchange 2013 on this is $1-TransportService.',
    ja: 'Exchange 2013 以降では $1-TransportService です。',
  },
  {
    text: at('(Get|Set)-TransportService\\b'),
    error: unknownCommand,
    en: 'Before Exchange 2013 this is $1-TransportServer.',
    ja: 'Exchange 2013 より前では $1-TransportServer です。',
  },
  {
    text: at('(Suspend|Resume|Remove)-Message\\b(?=[^|;]*\\s-Server\\b)(?![^|;]*\\s-Filter\\b)'),
    error: binding,
    en: '-Server alone does not say which messages: $1-Message -Server <server> -Filter "Subject -eq \'…\'", or pipe them: Get-Message -Server <server> | $1-Message.',
    ja: '-Server だけでは対象のメッセージが決まりません: $1-Message -Server <サーバー> -Filter "Subject -eq \'…\'"、または Get-Message -Server <サーバー> | $1-Message とします。',
  },
  {
    text: at('(Get|Suspend|Resume|Retry)-Queue\\b[^|;]*-Filter\\s+\\{[^}]*-(?:eq|ne|like)\\s+[A-Za-z]'),
    error: /./,
    en: 'A value in a filter stands in quotation marks: -Filter "Status -eq \'Retry\'".',
    ja: 'フィルターの値は引用符で囲みます: -Filter "Status -eq \'Retry\'"。',
  },
  {
    text: at('(\\w+-\\w+)\\b[^|;]*\\s-(?:StartTime|StartDate)\\b'),
    error: /^NamedParameterNotFound/,
    en: 'Get-MessageTrackingLog takes -Start and -End.',
    ja: 'Get-MessageTrackingLog のパラメーターは -Start と -End です。',
  },
  {
    text: at('Get-MessageTrackingLog\\b[^|;]*\\s-(?:SenderAddress|RecipientAddress|From|To)\\b'),
    error: /^NamedParameterNotFound/,
    en: 'Get-MessageTrackingLog takes -Sender and -Recipients.',
    ja: 'Get-MessageTrackingLog のパラメーターは -Sender と -Recipients です。',
  },
  {
    text: at('(?:Get|Set)-ExchangeServer\\b[^|;]*\\s-(?:Name|Server)\\b'),
    error: /^NamedParameterNotFound/,
    en: 'The server is the identity: Get-ExchangeServer <name>.',
    ja: 'サーバーは Identity で指定します: Get-ExchangeServer <名前>。',
  },
];

let made: SuggestionRule[] | undefined;
/** In order: the first that fits is shown. */
export const suggestionRules = (): readonly SuggestionRule[] =>
  (made ??= [...commandPrompt(), ...otherSystems(), ...online(), ...exchange()]);
