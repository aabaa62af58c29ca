// What Format-Table, Format-List, Format-Wide and Format-Custom have in common: parameters, and the run from objects to format data.

import type { Shape } from '../../../../src/formatting/format-data.ts';
import {
  DEFAULT_FORMAT_OPTIONS,
  type FormatOptions,
  FormatSession,
  ViewNotFound,
} from '../../../../src/formatting/format-session.ts';
import { readOptions } from '../../../../src/formatting/formatter.ts';
import type { ReadOptions } from '../../../../src/formatting/read-value.ts';
import type { CmdletContext, CmdletRun, ParameterDefinition } from '../../../../src/runtime/cmdlet.ts';
import { DotNetException, ErrorRecord } from '../../../../src/runtime/errors.ts';
import type { PropertyExpression } from '../../../../src/runtime/property-expression.ts';
import {
  KEYS,
  type ParameterKey,
  parseProperties,
  parseProperty,
} from '../../../../src/runtime/property-parameters.ts';
import type { Value } from '../../../../src/runtime/values.ts';

export const COMMON_FORMAT_PARAMETERS: Record<string, ParameterDefinition> = {
  GroupBy: { type: 'object', help: 'Starts a new group, with a heading, where the value of this property changes.' },
  View: { type: 'string', help: 'Name of the view to use.' },
  ShowError: { type: 'switch', help: 'Shows #ERR where an expression failed.' },
  DisplayError: { type: 'switch', help: 'Shows the errors of expressions that failed.' },
  Force: { type: 'switch', help: 'Shows error records and the like property by property too.' },
  Expand: {
    type: 'string',
    validate: [{ kind: 'set', values: ['CoreOnly', 'EnumOnly', 'Both'], ignoreCase: true }],
    help: 'Whether a collection, its elements, or both are shown.',
  },
  InputObject: { type: 'psobject', pipeline: 'value', help: 'The objects to format.' },
};

export interface FormatCommand {
  shape: Shape;
  keys: readonly ParameterKey[];
}

/** Runs one Format-* command. */
export function formatRun(cmdlet: CmdletContext, command: FormatCommand): CmdletRun {
  let session: FormatSession | undefined;
  const failures: ErrorRecord[] = [];
  return {
    begin() {
      const read = { ...readOptions(cmdlet.engine), showError: cmdlet.args.ShowError === true };
      if (cmdlet.args.DisplayError)
        read.onError = (expression, target, error) => failures.push(evaluationError(expression, target, error));
      session = new FormatSession(formatOptions(cmdlet, command), read satisfies ReadOptions, (data) =>
        cmdlet.write(data),
      );
    },
    process() {
      try {
        session!.process(cmdlet.args.InputObject as Value);
      } catch (thrown) {
        if (thrown instanceof ViewNotFound) viewNotFound(cmdlet, thrown);
        throw thrown;
      }
      cmdlet.writeAll(failures.splice(0));
    },
    end() {
      session!.end();
    },
  };
}

function formatOptions(cmdlet: CmdletContext, { shape, keys }: FormatCommand): FormatOptions {
  const { args } = cmdlet;
  const given =
    args.Property === undefined || args.Property === null
      ? []
      : shape === 'wide'
        ? [args.Property]
        : (args.Property as Value[]);
  if (args.View !== undefined && cmdlet.has('Property')) {
    conflict(
      cmdlet,
      'FormatCannotSpecifyViewAndProperty',
      'Cmdlet parameters View and Property are mutually exclusive.',
    );
  }
  if (shape === 'wide' && args.AutoSize && args.Column !== undefined) {
    conflict(
      cmdlet,
      'FormatCannotSpecifyAutosizeAndColumns',
      'Cmdlet parameters AutoSize and Column are mutually exclusive.',
    );
  }
  const properties = parseProperties(cmdlet, given, keys);
  return {
    ...DEFAULT_FORMAT_OPTIONS,
    shape,
    properties,
    groupBy:
      args.GroupBy === undefined || args.GroupBy === null
        ? undefined
        : parseProperty(cmdlet, args.GroupBy as Value, KEYS.groupBy),
    view: args.View as string | undefined,
    force: args.Force === true,
    expand: expandOption(args.Expand as string | undefined),
    autoSize: args.AutoSize === true,
    hideHeaders: args.HideTableHeaders === true,
    repeatHeader: args.RepeatHeader === true,
    wrap: args.Wrap === true,
    columns: args.Column as number | undefined,
    depth: (args.Depth as number | undefined) ?? DEFAULT_FORMAT_OPTIONS.depth,
  };
}

function expandOption(text: string | undefined): FormatOptions['expand'] {
  const lower = text?.toLowerCase();
  return lower === 'coreonly' ? 'CoreOnly' : lower === 'both' ? 'Both' : 'EnumOnly';
}

function conflict(cmdlet: CmdletContext, id: string, message: string): never {
  return cmdlet.fail(cmdlet.makeError(message, id, 'InvalidArgument', null, 'System.IO.InvalidDataException'));
}

function viewNotFound(cmdlet: CmdletContext, missing: ViewNotFound): never {
  const shape = missing.shape[0]!.toUpperCase() + missing.shape.slice(1);
  const hint =
    missing.existing.length > 0
      ? `Specify one of the following ${shape} views and try again: ${missing.existing.join(', ')}.`
      : `There are no existing ${shape} views for ${missing.typeName} objects.`;
  const message = `The view name ${missing.name} cannot be found. ${hint}`;
  const type = 'System.Management.Automation.PipelineStoppedException';
  return cmdlet.fail(cmdlet.makeError(message, 'FormatViewNotFound', 'ObjectNotFound', missing.name, type));
}

function evaluationError(expression: PropertyExpression, target: Value, error: object): ErrorRecord {
  const inner = error instanceof DotNetException ? error : undefined;
  const exception = new DotNetException(
    'System.Management.Automation.RuntimeException',
    `Failed to evaluate expression "${expression.text.trim()}".`,
    { inner },
  );
  return new ErrorRecord(exception, 'PSPropertyExpressionError', 'InvalidArgument', target);
}
