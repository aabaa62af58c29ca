// Type accelerators ([int], [regex] …), as [psobject].Assembly's TypeAccelerators lists them.

const TABLE = `adsi=System.DirectoryServices.DirectoryEntry adsisearcher=System.DirectoryServices.DirectorySearcher
Alias=System.Management.Automation.AliasAttribute AllowEmptyCollection=System.Management.Automation.AllowEmptyCollectionAttribute
AllowEmptyString=System.Management.Automation.AllowEmptyStringAttribute AllowNull=System.Management.Automation.AllowNullAttribute
ArgumentCompleter=System.Management.Automation.ArgumentCompleterAttribute array=System.Array bigint=System.Numerics.BigInteger
bool=System.Boolean byte=System.Byte char=System.Char CimInstance=Microsoft.Management.Infrastructure.CimInstance
CmdletBinding=System.Management.Automation.CmdletBindingAttribute cultureinfo=System.Globalization.CultureInfo
datetime=System.DateTime decimal=System.Decimal double=System.Double DscResource=System.Management.Automation.DscResourceAttribute
ErrorRecord=System.Management.Automation.ErrorRecord float=System.Single guid=System.Guid hashtable=System.Collections.Hashtable
initialsessionstate=System.Management.Automation.Runspaces.InitialSessionState int=System.Int32 int16=System.Int16 int32=System.Int32
int64=System.Int64 ipaddress=System.Net.IPAddress IPEndpoint=System.Net.IPEndPoint long=System.Int64
mailaddress=System.Net.Mail.MailAddress NoRunspaceAffinity=System.Management.Automation.Language.NoRunspaceAffinityAttribute
NullString=System.Management.Automation.Language.NullString object=System.Object
ObjectSecurity=System.Security.AccessControl.ObjectSecurity ordered=System.Collections.Specialized.OrderedDictionary
OutputType=System.Management.Automation.OutputTypeAttribute Parameter=System.Management.Automation.ParameterAttribute
PhysicalAddress=System.Net.NetworkInformation.PhysicalAddress powershell=System.Management.Automation.PowerShell
psaliasproperty=System.Management.Automation.PSAliasProperty pscredential=System.Management.Automation.PSCredential
pscustomobject=System.Management.Automation.PSObject psdefaultvalue=System.Management.Automation.PSDefaultValueAttribute
pslistmodifier=System.Management.Automation.PSListModifier psmoduleinfo=System.Management.Automation.PSModuleInfo
psnoteproperty=System.Management.Automation.PSNoteProperty psobject=System.Management.Automation.PSObject
psprimitivedictionary=System.Management.Automation.PSPrimitiveDictionary psscriptmethod=System.Management.Automation.PSScriptMethod
psscriptproperty=System.Management.Automation.PSScriptProperty PSTypeNameAttribute=System.Management.Automation.PSTypeNameAttribute
psvariable=System.Management.Automation.PSVariable psvariableproperty=System.Management.Automation.PSVariableProperty
ref=System.Management.Automation.PSReference regex=System.Text.RegularExpressions.Regex runspace=System.Management.Automation.Runspaces.Runspace
runspacefactory=System.Management.Automation.Runspaces.RunspaceFactory sbyte=System.SByte
scriptblock=System.Management.Automation.ScriptBlock securestring=System.Security.SecureString semver=System.Management.Automation.SemanticVersion
short=System.Int16 single=System.Single string=System.String SupportsWildcards=System.Management.Automation.SupportsWildcardsAttribute
switch=System.Management.Automation.SwitchParameter timespan=System.TimeSpan type=System.Type uint=System.UInt32 uint16=System.UInt16
uint32=System.UInt32 uint64=System.UInt64 ulong=System.UInt64 uri=System.Uri ushort=System.UInt16
ValidateCount=System.Management.Automation.ValidateCountAttribute ValidateDrive=System.Management.Automation.ValidateDriveAttribute
ValidateLength=System.Management.Automation.ValidateLengthAttribute ValidateNotNull=System.Management.Automation.ValidateNotNullAttribute
ValidateNotNullOrEmpty=System.Management.Automation.ValidateNotNullOrEmptyAttribute
ValidateNotNullOrWhiteSpace=System.Management.Automation.ValidateNotNullOrWhiteSpaceAttribute
ValidatePattern=System.Management.Automation.ValidatePatternAttribute ValidateRange=System.Management.Automation.ValidateRangeAttribute
ValidateScript=System.Management.Automation.ValidateScriptAttribute ValidateSet=System.Management.Automation.ValidateSetAttribute
ValidateTrustedData=System.Management.Automation.ValidateTrustedDataAttribute
ValidateUserDrive=System.Management.Automation.ValidateUserDriveAttribute version=System.Version void=System.Void
WildcardPattern=System.Management.Automation.WildcardPattern wmi=System.Management.ManagementObject wmiclass=System.Management.ManagementClass
wmisearcher=System.Management.ManagementObjectSearcher X500DistinguishedName=System.Security.Cryptography.X509Certificates.X500DistinguishedName
X509Certificate=System.Security.Cryptography.X509Certificates.X509Certificate xml=System.Xml.XmlDocument`;

let table: Map<string, string> | undefined;

/** Full names by lower-cased accelerator. */
export function accelerators(): Map<string, string> {
  if (!table) {
    table = new Map();
    for (const entry of TABLE.split(/\s+/)) {
      const equals = entry.indexOf('=');
      table.set(entry.slice(0, equals).toLowerCase(), entry.slice(equals + 1));
    }
  }
  return table;
}

/** Preferred short names in string conversions of types: `"$([System.Int32])"` is `int`. */
const SHORT: Record<string, string> = {
  'System.Int32': 'int',
  'System.Int64': 'long',
  'System.Int16': 'short',
  'System.UInt32': 'uint',
  'System.UInt64': 'ulong',
  'System.UInt16': 'ushort',
  'System.Single': 'float',
  'System.Management.Automation.PSObject': 'psobject',
  'System.Management.Automation.PSCustomObject': 'System.Management.Automation.PSCustomObject',
};
let reverse: Map<string, string> | undefined;

export function acceleratorFor(fullName: string): string | undefined {
  const preferred = SHORT[fullName];
  if (preferred) return preferred;
  if (!reverse) {
    reverse = new Map();
    for (const entry of TABLE.split(/\s+/)) {
      const equals = entry.indexOf('=');
      const full = entry.slice(equals + 1);
      if (!reverse.has(full)) reverse.set(full, entry.slice(0, equals));
    }
  }
  return reverse.get(fullName);
}
