// The errors of parameter binding: one function a kind, with the reference's ids and texts.

import type { Extent } from '../../language/ast.ts';
import type { SourceText } from '../../language/source.ts';
import { DotNetException, type ErrorCategory, ErrorRecord, TerminatingError } from '../errors.ts';
import { makePosition, stackTrace } from '../interpreter/error-records.ts';
import type { Frame } from '../interpreter/frame.ts';
import type { CommandInvocationInfo } from '../invocation-info.ts';
import { describeRecord } from '../pipeline/describe-record.ts';
import type { Value } from '../values.ts';
import type { ParameterMetadata } from './metadata.ts';

/** Which command is bound, for its errors. */
export interface BindingSite {
  name: string;
  /** A script block that binds as cmdlets do is not named; a plain one shows its text. */
  anonymous?: boolean;
  /** Last part of the FullyQualifiedErrorId. */
  commandType: string;
  frame: Frame | undefined;
  source: SourceText | undefined;
  /** The whole command. */
  extent: Extent | undefined;
  invocation(): CommandInvocationInfo;
}

type ExceptionKind =
  | 'ParameterBindingException'
  | 'ParameterBindingArgumentTransformationException'
  | 'ParameterBindingValidationException';

export interface BindingFault {
  kind?: ExceptionKind;
  id: string;
  category?: ErrorCategory;
  message: string;
  extent?: Extent;
  inner?: DotNetException;
  target?: Value;
}

export function bindingRecord(site: BindingSite, fault: BindingFault): ErrorRecord {
  const exception = new DotNetException(
    `System.Management.Automation.${fault.kind ?? 'ParameterBindingException'}`,
    fault.message,
    {
      inner: fault.inner,
      errorId: fault.id,
      category: fault.category ?? 'InvalidArgument',
    },
  );
  const record = new ErrorRecord(exception, fault.id, fault.category ?? 'InvalidArgument', fault.target ?? null);
  record.commandType = site.commandType;
  record.activity = site.name;
  const invocation = site.invocation();
  const extent = fault.extent ?? site.extent;
  if (extent !== undefined && site.source !== undefined) {
    const position = makePosition(site.source, extent);
    record.invocation = Object.assign(Object.create(Object.getPrototypeOf(invocation) as object), invocation, {
      position,
      line: position.lineText,
      ...(site.anonymous ? { invocationName: '', myCommand: undefined } : {}),
    }) as CommandInvocationInfo;
  } else record.invocation = invocation;
  record.scriptStackTrace = stackTrace(site.frame);
  describeRecord(record);
  return record;
}

export function bindingError(site: BindingSite, fault: BindingFault): TerminatingError {
  return new TerminatingError(bindingRecord(site, fault), false);
}

export const faults = {
  parameterNotFound: (name: string, extent?: Extent): BindingFault => ({
    id: 'NamedParameterNotFound',
    message: `A parameter cannot be found that matches parameter name '${name}'.`,
    extent,
  }),
  positionalNotFound: (text: string): BindingFault => ({
    id: 'PositionalParameterNotFound',
    message: `A positional parameter cannot be found that accepts argument '${text}'.`,
  }),
  ambiguousParameter: (name: string, matches: ParameterMetadata[], extent?: Extent): BindingFault => ({
    id: 'AmbiguousParameter',
    extent,
    message: `Parameter cannot be processed because the parameter name '${name}' is ambiguous. Possible matches include: ${matches.map((m) => `-${m.name}`).join(' ')}.`,
  }),
  ambiguousSet: (): BindingFault => ({
    id: 'AmbiguousParameterSet',
    message:
      'Parameter set cannot be resolved using the specified named parameters. One or more parameters issued cannot be used together or an insufficient number of parameters were provided.',
  }),
  missingArgument: (parameter: ParameterMetadata, extent?: Extent): BindingFault => ({
    id: 'MissingArgument',
    extent,
    message: `Missing an argument for parameter '${parameter.name}'. Specify a parameter of type '${parameter.type.fullName}' and try again.`,
  }),
  alreadyBound: (parameter: ParameterMetadata, extent?: Extent): BindingFault => ({
    id: 'ParameterAlreadyBound',
    extent,
    message: `Cannot bind parameter because parameter '${parameter.name}' is specified more than once. To provide multiple values to parameters that can accept multiple values, use the array syntax. For example, "-parameter value1,value2,value3".`,
  }),
  missingMandatory: (names: string[]): BindingFault => ({
    id: 'MissingMandatoryParameter',
    message: `Cannot process command because of one or more missing mandatory parameters: ${names.join(' ')}.`,
  }),
  transformation: (parameter: ParameterMetadata, inner: DotNetException, extent?: Extent): BindingFault => ({
    kind: 'ParameterBindingArgumentTransformationException',
    id: 'ParameterArgumentTransformationError',
    category: 'InvalidData',
    inner,
    extent,
    message: `Cannot process argument transformation on parameter '${parameter.name}'. ${inner.message}`,
  }),
  conversion: (parameter: ParameterMetadata, inner: DotNetException, extent?: Extent): BindingFault => ({
    id: 'CannotConvertArgumentNoMessage',
    inner,
    extent,
    message: `Cannot bind parameter '${parameter.name}'. ${inner.message}`,
  }),
  notSupported: (parameter: ParameterMetadata, from: string, extent?: Extent): BindingFault => ({
    id: 'CannotConvertArgument',
    extent,
    message: `Cannot convert '${from}' to the type '${parameter.type.fullName}' required by parameter '${parameter.name}'. Specified method is not supported.`,
  }),
  validation: (parameter: ParameterMetadata, text: string, extent?: Extent): BindingFault => ({
    kind: 'ParameterBindingValidationException',
    id: 'ParameterArgumentValidationError',
    category: 'InvalidData',
    extent,
    message: `Cannot validate argument on parameter '${parameter.name}'. ${text}`,
  }),
  notAllowed: (
    parameter: ParameterMetadata,
    what: 'Null' | 'EmptyString' | 'EmptyArray' | 'EmptyCollection',
    extent?: Extent,
  ): BindingFault => ({
    kind: 'ParameterBindingValidationException',
    id: `ParameterArgumentValidationError${what}NotAllowed`,
    category: 'InvalidData',
    extent,
    message: `Cannot bind argument to parameter '${parameter.name}' because it is ${NOT_ALLOWED[what]}.`,
  }),
  typeNameMismatch: (parameter: ParameterMetadata, name: string, extent?: Extent): BindingFault => ({
    kind: 'ParameterBindingArgumentTransformationException',
    id: 'MismatchedPSTypeName',
    extent,
    message: `Cannot bind argument to parameter '${parameter.name}', because PSTypeNames of the argument do not match the PSTypeName required by the parameter: ${name}.`,
  }),
  inputNotBound: (input: Value): BindingFault => ({
    id: 'InputObjectNotBound',
    target: input,
    message:
      'The input object cannot be bound to any parameters for the command either because the command does not take pipeline input or the input and its properties do not match any of the parameters that take pipeline input.',
  }),
  inputMissingMandatory: (input: Value, names: string[]): BindingFault => ({
    id: 'InputObjectMissingMandatory',
    target: input,
    message: `The input object cannot be bound because it did not contain the information required to bind all mandatory parameters:  ${names.join(' ')}`,
  }),
};

const NOT_ALLOWED = {
  Null: 'null',
  EmptyString: 'an empty string',
  EmptyArray: 'an empty array',
  EmptyCollection: 'an empty collection',
};
