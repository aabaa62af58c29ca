// Which exception derives from which.

/** Full names of derived classes by base. */
export const TREE: Record<string, string> = {
  'System.Exception':
    'System.SystemException System.ApplicationException System.AggregateException System.Management.Automation.BreakException System.Management.Automation.FlowControlException System.Management.Automation.Host.HostException System.Net.Mail.SmtpException System.Net.WebException System.Net.Http.HttpRequestException System.InvalidTimeZoneException System.TimeZoneNotFoundException System.Management.Automation.PSSecurityException System.Threading.SynchronizationLockException',
  'System.SystemException':
    'System.ArgumentException System.ArithmeticException System.FormatException System.IndexOutOfRangeException System.InvalidCastException System.InvalidOperationException System.NotImplementedException System.NotSupportedException System.NullReferenceException System.OutOfMemoryException System.StackOverflowException System.TimeoutException System.UnauthorizedAccessException System.IO.IOException System.OperationCanceledException System.AccessViolationException System.ArrayTypeMismatchException System.RankException System.Security.SecurityException System.Security.Cryptography.CryptographicException System.Collections.Generic.KeyNotFoundException System.IO.InvalidDataException System.Xml.XmlException System.Runtime.InteropServices.ExternalException System.Management.Automation.RuntimeException System.TypeLoadException System.MemberAccessException System.Data.DataException System.Threading.ThreadAbortException System.Security.Authentication.AuthenticationException System.IO.InternalBufferOverflowException',
  'System.ArgumentException':
    'System.ArgumentNullException System.ArgumentOutOfRangeException System.DuplicateWaitObjectException System.Globalization.CultureNotFoundException System.Text.DecoderFallbackException System.Text.RegularExpressions.RegexParseException System.Management.Automation.PSArgumentException',
  'System.ArgumentNullException': 'System.Management.Automation.PSArgumentNullException',
  'System.ArgumentOutOfRangeException': 'System.Management.Automation.PSArgumentOutOfRangeException',
  'System.ArithmeticException': 'System.DivideByZeroException System.OverflowException System.NotFiniteNumberException',
  'System.FormatException':
    'System.UriFormatException System.IO.FileFormatException System.Reflection.CustomAttributeFormatException',
  'System.InvalidOperationException':
    'System.ObjectDisposedException System.Management.Automation.PSInvalidOperationException System.Net.NetworkInformation.PingException System.Net.ProtocolViolationException',
  'System.ObjectDisposedException': 'System.Management.Automation.PSObjectDisposedException',
  'System.NotImplementedException': 'System.Management.Automation.PSNotImplementedException',
  'System.NotSupportedException':
    'System.PlatformNotSupportedException System.Management.Automation.PSNotSupportedException',
  'System.TimeoutException':
    'System.Text.RegularExpressions.RegexMatchTimeoutException System.ServiceProcess.TimeoutException',
  'System.IO.IOException':
    'System.IO.FileNotFoundException System.IO.DirectoryNotFoundException System.IO.EndOfStreamException System.IO.PathTooLongException System.IO.DriveNotFoundException System.IO.FileLoadException',
  'System.OperationCanceledException': 'System.Threading.Tasks.TaskCanceledException',
  'System.Runtime.InteropServices.ExternalException':
    'System.ComponentModel.Win32Exception System.Runtime.InteropServices.COMException',
  'System.ComponentModel.Win32Exception': 'System.Net.Sockets.SocketException',
  'System.MemberAccessException': 'System.MissingMemberException System.MethodAccessException',
  'System.MissingMemberException': 'System.MissingMethodException System.MissingFieldException',
  'System.InvalidCastException': 'System.Management.Automation.PSInvalidCastException',
  'System.Management.Automation.RuntimeException':
    'System.Management.Automation.ParseException System.Management.Automation.ActionPreferenceStopException System.Management.Automation.CmdletInvocationException System.Management.Automation.CommandNotFoundException System.Management.Automation.ExtendedTypeSystemException System.Management.Automation.MetadataException System.Management.Automation.ParameterBindingException System.Management.Automation.PipelineStoppedException System.Management.Automation.SessionStateException System.Management.Automation.ProviderInvocationException System.Management.Automation.RemoteException System.Management.Automation.ScriptCallDepthException System.Management.Automation.ApplicationFailedException System.Management.Automation.PipelineDepthException System.Management.Automation.HaltCommandException System.Management.Automation.WildcardPatternException System.Management.Automation.JobFailedException System.Management.Automation.NativeCommandExitException System.Management.Automation.PSJobStartFailedException',
  'System.Management.Automation.ParseException': 'System.Management.Automation.IncompleteParseException',
  'System.Management.Automation.CommandNotFoundException': 'System.Management.Automation.ScriptRequiresException',
  'System.Management.Automation.CmdletInvocationException':
    'System.Management.Automation.CmdletProviderInvocationException',
  'System.Management.Automation.MetadataException':
    'System.Management.Automation.ValidationMetadataException System.Management.Automation.ArgumentTransformationMetadataException System.Management.Automation.ParsingMetadataException',
  'System.Management.Automation.ParameterBindingException':
    'System.Management.Automation.ParameterBindingValidationException System.Management.Automation.ParameterBindingArgumentTransformationException',
  'System.Management.Automation.SessionStateException':
    'System.Management.Automation.ItemNotFoundException System.Management.Automation.DriveNotFoundException System.Management.Automation.ProviderNotFoundException System.Management.Automation.SessionStateUnauthorizedAccessException System.Management.Automation.SessionStateOverflowException',
  'System.Management.Automation.ExtendedTypeSystemException':
    'System.Management.Automation.MethodException System.Management.Automation.GetValueException System.Management.Automation.SetValueException',
  'System.Management.Automation.MethodException': 'System.Management.Automation.MethodInvocationException',
  'System.Management.Automation.GetValueException': 'System.Management.Automation.GetValueInvocationException',
  'System.Management.Automation.SetValueException': 'System.Management.Automation.SetValueInvocationException',
  'System.Management.Automation.FlowControlException':
    'System.Management.Automation.LoopFlowException System.Management.Automation.ExitException',
};

/** HResult where it is not that of the base class. */
export const HRESULTS: Record<string, number> = {
  'System.ArgumentException': -2147024809,
  'System.ArgumentNullException': -2147467261,
  'System.ArgumentOutOfRangeException': -2146233086,
  'System.ArithmeticException': -2147024362,
  'System.DivideByZeroException': -2147352558,
  'System.FormatException': -2146233033,
  'System.IndexOutOfRangeException': -2146233080,
  'System.InvalidCastException': -2147467262,
  'System.InvalidOperationException': -2146233079,
  'System.NotImplementedException': -2147467263,
  'System.NotSupportedException': -2146233067,
  'System.NullReferenceException': -2147467261,
  'System.OverflowException': -2146233066,
  'System.SystemException': -2146233087,
  'System.TimeoutException': -2146233083,
  'System.UnauthorizedAccessException': -2147024891,
  'System.IO.IOException': -2146232800,
  'System.IO.FileNotFoundException': -2147024894,
  'System.IO.DirectoryNotFoundException': -2147024893,
  'System.Collections.Generic.KeyNotFoundException': -2146232969,
  'System.ApplicationException': -2146232832,
  'System.Management.Automation.RuntimeException': -2146233087,
};
