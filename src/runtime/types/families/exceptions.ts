// The exception classes. An exception is a DotNetException; its type decides its further properties.

import { DotNetException } from '../../errors.ts';
import type { Value } from '../../values.ts';
import { Hashtable } from '../collections/hashtable.ts';
import { exceptionText } from '../object-text.ts';
import type { TypeSpec } from '../ps-type.ts';
import type { PSType } from '../registry.ts';
import { HRESULTS, TREE } from './exception-tree.ts';

const dataTables = new WeakMap<DotNetException, Hashtable>();
function dataOf(exception: DotNetException): Hashtable {
  let data = dataTables.get(exception);
  if (!data) dataTables.set(exception, (data = new Hashtable(false)));
  return data;
}

type Made = (this: PSType, ...args: never[]) => DotNetException;
function constructors(name: string): Record<string, Made> {
  const short = name.slice(name.lastIndexOf('.') + 1);
  const byDefault = DEFAULTS[short] ?? `Exception of type '${name}' was thrown.`;
  const plain: Record<string, Made> = {
    '()': function (this: PSType) {
      return new DotNetException(this.id, byDefault);
    },
    '(string message)': function (this: PSType, message: string) {
      return new DotNetException(this.id, message);
    } as Made,
    '(string message, System.Exception innerException)': function (
      this: PSType,
      message: string,
      inner: DotNetException | null,
    ) {
      return new DotNetException(this.id, message, { inner: inner ?? undefined });
    } as Made,
  };
  if (PARAMETER_FIRST.has(short)) return parameterFirst(plain, byDefault);
  if (short === 'ArgumentException') {
    plain['(string message, string paramName)'] = function (this: PSType, message: string, parameter: string) {
      return new DotNetException(this.id, `${message} (Parameter '${parameter}')`, {
        properties: { ParamName: parameter },
      });
    } as Made;
    plain['(string message, string paramName, System.Exception innerException)'] = function (
      this: PSType,
      message: string,
      parameter: string,
      inner: DotNetException,
    ) {
      return new DotNetException(this.id, `${message} (Parameter '${parameter}')`, {
        inner,
        properties: { ParamName: parameter },
      });
    } as Made;
  }
  if (short === 'FileNotFoundException') {
    plain['(string message, string fileName)'] = function (this: PSType, message: string, fileName: string) {
      return new DotNetException(this.id, message, { properties: { FileName: fileName } });
    } as Made;
  }
  return plain;
}

/** ArgumentNullException and its like take the parameter's name first. */
function parameterFirst(plain: Record<string, Made>, byDefault: string): Record<string, Made> {
  return {
    '()': plain['()']!,
    '(string paramName)': function (this: PSType, parameter: string) {
      return new DotNetException(this.id, `${byDefault} (Parameter '${parameter}')`, {
        properties: { ParamName: parameter },
      });
    } as Made,
    '(string paramName, string message)': function (this: PSType, parameter: string, message: string) {
      return new DotNetException(this.id, parameter === '' ? message : `${message} (Parameter '${parameter}')`, {
        properties: { ParamName: parameter },
      });
    } as Made,
    '(string message, System.Exception innerException)': plain['(string message, System.Exception innerException)']!,
    '(string paramName, System.Object actualValue, string message)': function (
      this: PSType,
      parameter: string,
      actual: Value,
      message: string,
    ) {
      return new DotNetException(
        this.id,
        `${message} (Parameter '${parameter}')\nActual value was ${String(actual)}.`,
        { properties: { ParamName: parameter, ActualValue: actual } },
      );
    } as Made,
  };
}
const PARAMETER_FIRST = new Set([
  'ArgumentNullException',
  'ArgumentOutOfRangeException',
  'PSArgumentNullException',
  'PSArgumentOutOfRangeException',
  'ObjectDisposedException',
]);

const DEFAULTS: Record<string, string> = {
  ArgumentException: 'Value does not fall within the expected range.',
  ArgumentNullException: 'Value cannot be null.',
  ArgumentOutOfRangeException: 'Specified argument was out of the range of valid values.',
  ArithmeticException: 'Overflow or underflow in the arithmetic operation.',
  DivideByZeroException: 'Attempted to divide by zero.',
  FormatException: 'One of the identified items was in an invalid format.',
  IndexOutOfRangeException: 'Index was outside the bounds of the array.',
  InvalidCastException: 'Specified cast is not valid.',
  InvalidOperationException: 'Operation is not valid due to the current state of the object.',
  NotImplementedException: 'The method or operation is not implemented.',
  NotSupportedException: 'Specified method is not supported.',
  NullReferenceException: 'Object reference not set to an instance of an object.',
  OutOfMemoryException: 'Insufficient memory to continue the execution of the program.',
  OverflowException: 'Arithmetic operation resulted in an overflow.',
  StackOverflowException: 'Operation caused a stack overflow.',
  SystemException: 'System error.',
  TimeoutException: 'The operation has timed out.',
  UnauthorizedAccessException: 'Attempted to perform an unauthorized operation.',
  ApplicationException: 'Error in the application.',
  IOException: 'I/O error occurred.',
  FileNotFoundException: 'Unable to find the specified file.',
  DirectoryNotFoundException: 'Attempted to access a path that is not on the disk.',
  EndOfStreamException: 'Attempted to read past the end of the stream.',
  PathTooLongException:
    'The specified file name or path is too long, or a component of the specified path is too long.',
  KeyNotFoundException: 'The given key was not present in the dictionary.',
  OperationCanceledException: 'The operation was canceled.',
  TaskCanceledException: 'A task was canceled.',
  InvalidDataException: 'Found invalid data while decoding.',
  AccessViolationException:
    'Attempted to read or write protected memory. This is often an indication that other memory is corrupt.',
  SecurityException: 'Security error.',
  AggregateException: 'One or more errors occurred.',
};

/** Properties that some classes add, from the exception's own. */
const EXTRA: Record<string, string[]> = {
  'System.ArgumentException': ['string ParamName'],
  'System.ArgumentOutOfRangeException': ['System.Object ActualValue'],
  'System.IO.FileNotFoundException': ['string FileName'],
  'System.ObjectDisposedException': ['string ObjectName'],
  'System.Xml.XmlException': ['int LineNumber', 'int LinePosition'],
  'System.Management.Automation.CommandNotFoundException': ['string CommandName'],
  'System.Management.Automation.ParameterBindingException': ['string ParameterName', 'string ErrorId'],
  'System.Management.Automation.ItemNotFoundException': [],
  'System.Management.Automation.ParseException': ['System.Object Errors'],
  'System.Management.Automation.SessionStateException': ['string ItemName'],
  'System.Text.RegularExpressions.RegexParseException': ['int Offset'],
  'System.Globalization.CultureNotFoundException': ['string InvalidCultureName'],
};
function extraProperties(name: string): TypeSpec['properties'] {
  const properties: NonNullable<TypeSpec['properties']> = {};
  for (const signature of EXTRA[name] ?? []) {
    const property = signature.slice(signature.lastIndexOf(' ') + 1);
    properties[signature] = (e: DotNetException) => e.options.properties?.[property] ?? null;
  }
  return properties;
}

function baseException(e: DotNetException): DotNetException {
  let current = e;
  while (current.options.inner) current = current.options.inner;
  return current;
}

function rootType(): TypeSpec {
  return {
    name: 'System.Exception',
    interfaces: ['System.Runtime.Serialization.ISerializable'],
    constructors: constructors('System.Exception'),
    properties: {
      'System.Reflection.MethodBase TargetSite': () => null,
      'string Message': (e: DotNetException) => e.message,
      'System.Collections.IDictionary Data': dataOf,
      'System.Exception InnerException': (e: DotNetException) => e.options.inner ?? null,
      'string HelpLink': {
        get: (e: DotNetException) => e.options.properties?.HelpLink ?? null,
        set: (e: DotNetException, value: Value) => setExtra(e, 'HelpLink', value),
      },
      'string Source': {
        get: (e: DotNetException) => e.options.properties?.Source ?? null,
        set: (e: DotNetException, value: Value) => setExtra(e, 'Source', value),
      },
      'int HResult': (e: DotNetException) => HRESULTS[e.type] ?? -2146233088,
      'string StackTrace': (e: DotNetException) => e.options.properties?.StackTrace ?? null,
    },
    methods: { 'System.Exception GetBaseException()': baseException, 'string ToString()': exceptionText },
  };
}
function setExtra(e: DotNetException, name: string, value: Value): void {
  const options = e.options as { properties?: Record<string, Value> };
  (options.properties ??= {})[name] = value;
}

function errorRecordProperty(name: string): TypeSpec['properties'] {
  if (
    !/^System\.Management\.Automation\.(RuntimeException|PSInvalidCastException|PSArgumentException|PSInvalidOperationException|PSNotSupportedException)$/.test(
      name,
    )
  )
    return {};
  return {
    'System.Management.Automation.ErrorRecord ErrorRecord': (e: DotNetException) =>
      e.options.properties?.ErrorRecord ?? null,
  };
}

function specFor(name: string, base: string): TypeSpec {
  return {
    name,
    base,
    constructors: constructors(name),
    properties: { ...errorRecordProperty(name), ...extraProperties(name) },
  };
}

export function exceptionTypes(): TypeSpec[] {
  const specs = [rootType()];
  for (const [base, children] of Object.entries(TREE))
    for (const child of children.split(' ')) specs.push(specFor(child, base));
  return specs;
}
export function exceptionNames(): string[] {
  return ['System.Exception', ...Object.values(TREE).flatMap((children) => children.split(' '))];
}
