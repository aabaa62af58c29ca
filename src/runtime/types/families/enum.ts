// System.Enum and the enumerations that scripts name.

import { convertTo, toText } from '../../convert.ts';
import { DotNetException } from '../../errors.ts';
import { formatException } from '../../number/format-number.ts';
import { NumberBox, typedArray, type Value } from '../../values.ts';
import { sortedNames } from '../conversion-numbers.ts';
import { EnumValue, enumText } from '../enum-value.ts';
import type { TypeSpec } from '../ps-type.ts';
import { knownType, type PSType } from '../registry.ts';

function valuesOf(type: PSType): Value[] {
  return sortedNames(type).map((name) => new EnumValue(type, type.spec.enumValues![name]!));
}

function parseEnum(type: PSType, text: string, ignoreCase: boolean): EnumValue {
  let result = 0n;
  const values = type.spec.enumValues ?? {};
  for (const part of text.split(',')) {
    const name = part.trim();
    const found = Object.keys(values).find((known) =>
      ignoreCase ? known.toLowerCase() === name.toLowerCase() : known === name,
    );
    if (found !== undefined) result |= BigInt(values[found]!);
    else if (/^[-+]?\d+$/.test(name)) result |= BigInt(name);
    else if (name === '')
      throw new DotNetException(
        'System.ArgumentException',
        "Must specify valid information for parsing in the string. (Parameter 'value')",
      );
    else throw new DotNetException('System.ArgumentException', `Requested value '${name}' was not found.`);
  }
  return new EnumValue(type, Number(result));
}

function formatEnum(self: EnumValue, format: string | null): string {
  switch ((format || 'G').toUpperCase()) {
    case 'G':
    case 'F':
      return enumText(self.psType, self.value);
    case 'D':
      return String(self.value);
    case 'X':
      return BigInt.asUintN(32, BigInt(self.value)).toString(16).toUpperCase().padStart(8, '0');
    default:
      throw formatException('Format string can be only "G", "g", "X", "x", "F", "f", "D" or "d".');
  }
}

export function enumTypes(): TypeSpec[] {
  return [
    {
      name: 'System.Enum',
      base: 'System.ValueType',
      abstract: true,
      interfaces: ['System.IComparable', 'System.IFormattable', 'System.IConvertible'],
      properties: {
        'System.Object value__': (self: EnumValue) =>
          convertTo(Number(self.value), knownType(self.psType.spec.underlying ?? 'System.Int32')),
      },
      methods: {
        'int CompareTo(System.Object target)': (self: EnumValue, other: EnumValue) =>
          Math.sign(Number(self.value) - Number(other.value)),
        'bool HasFlag(System.Enum flag)': (self: EnumValue, flag: Value) => {
          const bits = BigInt((convertTo(flag, self.psType) as EnumValue).value);
          return (BigInt(self.value) & bits) === bits;
        },
        'string ToString()': (self: EnumValue) => self.toString(),
        'string ToString(string format)': formatEnum,
        'System.TypeCode GetTypeCode()': () => 9,
      },
      staticMethods: {
        'System.Array GetValues(type enumType)': (type: PSType) => typedArray(valuesOf(type), type.id),
        'string[] GetNames(type enumType)': (type: PSType) => sortedNames(type),
        'string GetName(type enumType, System.Object value)': (type: PSType, value: Value) => {
          const whole = value instanceof EnumValue ? BigInt(value.value) : BigInt(toText(value));
          return sortedNames(type).find((name) => BigInt(type.spec.enumValues![name]!) === whole) ?? null;
        },
        'System.Object Parse(type enumType, string value)': (type: PSType, text: string) =>
          parseEnum(type, text, false),
        'System.Object Parse(type enumType, string value, bool ignoreCase)': parseEnum,
        'bool TryParse(type enumType, string value, ref System.Object result)': (
          type: PSType,
          text: string,
          result: { value: Value },
        ) => tryParse(type, text, false, result),
        'bool TryParse(type enumType, string value, bool ignoreCase, ref System.Object result)': tryParse,
        'bool IsDefined(type enumType, System.Object value)': (type: PSType, value: Value) => {
          if (typeof value === 'string') return Object.keys(type.spec.enumValues ?? {}).includes(value);
          const whole = BigInt(value instanceof EnumValue ? value.value : toText(value));
          return Object.values(type.spec.enumValues ?? {}).some((known) => BigInt(known) === whole);
        },
        'System.Object ToObject(type enumType, System.Object value)': (type: PSType, value: Value) =>
          new EnumValue(type, value instanceof NumberBox ? Number(value.value) : Number(value)),
        'type GetUnderlyingType(type enumType)': (type: PSType) => knownType(type.spec.underlying ?? 'System.Int32'),
      },
    },
    ...ENUMS.map(enumSpec),
    ...FLAGS.map((entry) => ({ ...enumSpec(entry), flags: true })),
  ];
}

function tryParse(type: PSType, text: string, ignoreCase: boolean, result: { value: Value }): boolean {
  try {
    result.value = parseEnum(type, text, ignoreCase);
    return true;
  } catch (error) {
    if (error instanceof DotNetException) return false;
    throw error;
  }
}

/** `Full.Name: A B C=5 D`; values count up from 0. */
function enumSpec(entry: string): TypeSpec {
  const colon = entry.indexOf(':');
  const enumValues: Record<string, number> = {};
  let next = 0;
  for (const part of entry
    .slice(colon + 1)
    .trim()
    .split(/\s+/)) {
    const [name, value] = part.split('=');
    if (value !== undefined) next = Number(value);
    enumValues[name!] = next++;
  }
  return { name: entry.slice(0, colon), kind: 'enum', enumValues };
}

const ENUMS = [
  'System.DayOfWeek: Sunday Monday Tuesday Wednesday Thursday Friday Saturday',
  'System.ConsoleColor: Black DarkBlue DarkGreen DarkCyan DarkRed DarkMagenta DarkYellow Gray DarkGray Blue Green Cyan Red Magenta Yellow White',
  'System.StringComparison: CurrentCulture CurrentCultureIgnoreCase InvariantCulture InvariantCultureIgnoreCase Ordinal OrdinalIgnoreCase',
  'System.DateTimeKind: Unspecified Utc Local',
  'System.MidpointRounding: ToEven AwayFromZero ToZero ToNegativeInfinity ToPositiveInfinity',
  'System.TypeCode: Empty Object DBNull Boolean Char SByte Byte Int16 UInt16 Int32 UInt32 Int64 UInt64 Single Double Decimal DateTime String=18',
  'System.PlatformID: Win32S Win32Windows Win32NT WinCE Unix Xbox MacOSX Other',
  'System.Environment+SpecialFolder: Desktop Programs=2 MyDocuments=5 Personal=5 Favorites=6 Startup=7 Recent=8 SendTo=9 StartMenu=11 MyMusic=13 MyVideos=14 DesktopDirectory=16 MyComputer=17 NetworkShortcuts=19 Fonts=20 Templates=21 CommonStartMenu=22 CommonPrograms=23 CommonStartup=24 CommonDesktopDirectory=25 ApplicationData=26 PrinterShortcuts=27 LocalApplicationData=28 InternetCache=32 Cookies=33 History=34 CommonApplicationData=35 Windows=36 System=37 ProgramFiles=38 MyPictures=39 UserProfile=40 SystemX86=41 ProgramFilesX86=42 CommonProgramFiles=43 CommonDocuments=46',
  'System.Environment+SpecialFolderOption: None DoNotVerify=16384 Create=32768',
  'System.EnvironmentVariableTarget: Process User Machine',
  'System.UriKind: RelativeOrAbsolute Absolute Relative',
  'System.UriHostNameType: Unknown Basic Dns IPv4 IPv6',
  'System.UriPartial: Scheme Authority Path Query',
  'System.IO.FileMode: CreateNew=1 Create Open OpenOrCreate Truncate Append',
  'System.IO.SearchOption: TopDirectoryOnly AllDirectories',
  'System.IO.SeekOrigin: Begin Current End',
  'System.IO.DriveType: Unknown NoRootDirectory Removable Fixed Network CDRom Ram',
  'System.Text.NormalizationForm: FormC=1 FormD=2 FormKC=5 FormKD=6',
  'System.Globalization.UnicodeCategory: UppercaseLetter LowercaseLetter TitlecaseLetter ModifierLetter OtherLetter NonSpacingMark SpacingCombiningMark EnclosingMark DecimalDigitNumber LetterNumber OtherNumber SpaceSeparator LineSeparator ParagraphSeparator Control Format Surrogate PrivateUse ConnectorPunctuation DashPunctuation OpenPunctuation ClosePunctuation InitialQuotePunctuation FinalQuotePunctuation OtherPunctuation MathSymbol CurrencySymbol ModifierSymbol OtherSymbol OtherNotAssigned',
  'System.Globalization.CalendarWeekRule: FirstDay FirstFullWeek FirstFourDayWeek',
  'System.Net.HttpStatusCode: Continue=100 OK=200 Created=201 Accepted=202 NoContent=204 MovedPermanently=301 Found=302 NotModified=304 BadRequest=400 Unauthorized=401 Forbidden=403 NotFound=404 MethodNotAllowed=405 Conflict=409 InternalServerError=500 NotImplemented=501 BadGateway=502 ServiceUnavailable=503 GatewayTimeout=504',
  'System.Net.Sockets.AddressFamily: Unspecified Unix InterNetwork=2 InterNetworkV6=23 Unknown=-1',
  'System.Net.Mail.MailPriority: Normal Low High',
  'System.Net.NetworkInformation.IPStatus: Success DestinationNetworkUnreachable=11002 DestinationHostUnreachable=11003 TimedOut=11010 Unknown=-1',
  'System.ComponentModel.ListSortDirection: Ascending Descending',
  'System.Diagnostics.EventLogEntryType: Error=1 Warning=2 Information=4 SuccessAudit=8 FailureAudit=16',
  'System.ServiceProcess.ServiceControllerStatus: Stopped=1 StartPending StopPending Running ContinuePending PausePending Paused',
  'System.ServiceProcess.ServiceStartMode: Boot System Automatic Manual Disabled',
  'System.Management.Automation.ActionPreference: SilentlyContinue Stop Continue Inquire Ignore Suspend Break',
  'System.Management.Automation.ConfirmImpact: None Low Medium High',
  'System.Management.Automation.WhereOperatorSelectionMode: Default First Last SkipUntil Until Split',
  'System.Management.Automation.PSLanguageMode: FullLanguage RestrictedLanguage NoLanguage ConstrainedLanguage',
  'System.Management.Automation.ErrorCategory: NotSpecified OpenError CloseError DeviceError DeadlockDetected InvalidArgument InvalidData InvalidOperation InvalidResult InvalidType MetadataError NotImplemented NotInstalled ObjectNotFound OperationStopped OperationTimeout SyntaxError ParserError PermissionDenied ResourceBusy ResourceExists ResourceUnavailable ReadError WriteError FromStdErr SecurityError ProtocolError ConnectionError AuthenticationError LimitsExceeded QuotaExceeded NotEnabled',
  'System.Management.Automation.ErrorView: NormalView CategoryView ConciseView DetailedView',
  'System.Management.Automation.OutputRendering: Host PlainText Ansi',
  'System.Management.Automation.ProgressView: Minimal Classic',
  'System.Management.Automation.RollbackSeverity: Error TerminatingError Never',
  'System.Management.Automation.JobState: NotStarted Running Completed Failed Stopped Blocked Suspended Disconnected Suspending Stopping AtBreakpoint',
  'System.Management.Automation.CommandOrigin: Runspace Internal',
  'System.Management.Automation.SessionStateEntryVisibility: Public Private',
  'System.Management.Automation.ProgressRecordType: Processing Completed',
  'System.Management.Automation.ModuleType: Script Binary Manifest Cim Workflow',
  'System.Management.Automation.ModuleAccessMode: ReadWrite ReadOnly Constant',
  'System.Management.Automation.CompletionResultType: Text History Command ProviderItem ProviderContainer Property Method ParameterName ParameterValue Variable Namespace Type Keyword DynamicKeyword',
  'Microsoft.PowerShell.ExecutionPolicy: Unrestricted RemoteSigned AllSigned Restricted Default=3 Bypass Undefined',
  'Microsoft.PowerShell.ExecutionPolicyScope: Process CurrentUser LocalMachine UserPolicy MachinePolicy',
  'System.Security.Principal.WindowsBuiltInRole: Administrator=544 User=545 Guest=546 PowerUser=547 AccountOperator=548 SystemOperator=549 PrintOperator=550 BackupOperator=551 Replicator=552',
  'System.Xml.XmlNodeType: None Element Attribute Text CDATA EntityReference Entity ProcessingInstruction Comment Document DocumentType DocumentFragment Notation Whitespace SignificantWhitespace EndElement EndEntity XmlDeclaration',
  'System.Threading.ApartmentState: STA MTA Unknown',
];
const FLAGS = [
  'System.Management.Automation.ScopedItemOptions: None ReadOnly Constant Private=4 AllScope=8 Unspecified=16',
  'System.IO.FileAttributes: None=0 ReadOnly=1 Hidden=2 System=4 Directory=16 Archive=32 Device=64 Normal=128 Temporary=256 SparseFile=512 ReparsePoint=1024 Compressed=2048 Offline=4096 NotContentIndexed=8192 Encrypted=16384 IntegrityStream=32768 NoScrubData=131072',
  'System.IO.FileAccess: Read=1 Write=2 ReadWrite=3',
  'System.IO.FileShare: None=0 Read=1 Write=2 ReadWrite=3 Delete=4 Inheritable=16',
  'System.StringSplitOptions: None=0 RemoveEmptyEntries=1 TrimEntries=2',
  'System.Base64FormattingOptions: None=0 InsertLineBreaks=1',
  'System.Text.RegularExpressions.RegexOptions: None=0 IgnoreCase=1 Multiline=2 ExplicitCapture=4 Compiled=8 Singleline=16 IgnorePatternWhitespace=32 RightToLeft=64 ECMAScript=256 CultureInvariant=512 NonBacktracking=1024',
  'System.Globalization.NumberStyles: None=0 AllowLeadingWhite=1 AllowTrailingWhite=2 AllowLeadingSign=4 AllowTrailingSign=8 AllowParentheses=16 AllowDecimalPoint=32 AllowThousands=64 AllowExponent=128 AllowCurrencySymbol=256 AllowHexSpecifier=512 AllowBinarySpecifier=1024 Integer=7 HexNumber=515 BinaryNumber=1027 Number=111 Float=167 Currency=383 Any=511',
  'System.Globalization.DateTimeStyles: None=0 AllowLeadingWhite=1 AllowTrailingWhite=2 AllowInnerWhite=4 AllowWhiteSpaces=7 NoCurrentDateDefault=8 AdjustToUniversal=16 AssumeLocal=32 AssumeUniversal=64 RoundtripKind=128',
  'System.Globalization.TimeSpanStyles: None=0 AssumeNegative=1',
  'System.Globalization.CompareOptions: None=0 IgnoreCase=1 IgnoreNonSpace=2 IgnoreSymbols=4 IgnoreKanaType=8 IgnoreWidth=16 OrdinalIgnoreCase=268435456 StringSort=536870912 Ordinal=1073741824',
  'System.Net.SecurityProtocolType: SystemDefault=0 Ssl3=48 Tls=192 Tls11=768 Tls12=3072 Tls13=12288',
  'System.Management.Automation.SplitOptions: SimpleMatch=1 RegexMatch=2 CultureInvariant=4 IgnorePatternWhitespace=8 Multiline=16 Singleline=32 IgnoreCase=64 ExplicitCapture=128',
  'System.Management.Automation.CommandTypes: Alias=1 Function=2 Filter=4 Cmdlet=8 ExternalScript=16 Application=32 Script=64 Configuration=256 All=383',
  'System.Management.Automation.PSMemberTypes: AliasProperty=1 CodeProperty=2 Property=4 NoteProperty=8 ScriptProperty=16 PropertySet=32 Method=64 CodeMethod=128 ScriptMethod=256 ParameterizedProperty=512 MemberSet=1024 Event=2048 Dynamic=4096 InferredProperty=8192 Properties=31 Methods=448 All=16383',
  'System.Management.Automation.WildcardOptions: None=0 Compiled=1 IgnoreCase=2 CultureInvariant=4',
  'System.Reflection.BindingFlags: Default=0 IgnoreCase=1 DeclaredOnly=2 Instance=4 Static=8 Public=16 NonPublic=32 FlattenHierarchy=64',
];

/** Full names in lower case, for the catalogue. */
export function enumNames(): string[] {
  return ['System.Enum', ...[...ENUMS, ...FLAGS].map((entry) => entry.slice(0, entry.indexOf(':')))];
}
