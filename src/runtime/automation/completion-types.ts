// [CommandCompletion]::CompleteInput, CommandCompletion and CompletionResult, and the function TabExpansion2 that calls them.

import { type Completion, CompletionMatch, type CompletionResultType } from '../completion/completion-match.ts';
import { DotNetException } from '../errors.ts';
import type { RuntimeHost } from '../host.ts';
import { host } from '../types/ambient.ts';
import { GenericList } from '../types/collections/list.ts';
import { EnumValue, enumText } from '../types/enum-value.ts';
import type { TypeSpec } from '../types/ps-type.ts';
import { knownType, type PSType } from '../types/registry.ts';
import type { Value } from '../values.ts';
import { AstView } from './ast-view.ts';

const M = 'System.Management.Automation';
const RESULT_TYPE = `${M}.CompletionResultType`;

type Completer = (text: string, cursor: number) => Completion;
/** Each engine completes for its host: static members know no engine. */
const completers = new WeakMap<RuntimeHost, Completer>();

export function registerCompleter(owner: RuntimeHost, completer: Completer): void {
  completers.set(owner, completer);
}

class CommandCompletion {
  currentMatchIndex = -1;
  readonly matches: GenericList;

  constructor(
    matches: readonly CompletionMatch[],
    readonly replacementIndex: number,
    readonly replacementLength: number,
  ) {
    this.matches = new GenericList(knownType(`System.Collections.ObjectModel.Collection\`1[${M}.CompletionResult]`), [
      ...matches,
    ] as Value[]);
  }
  get psType(): PSType {
    return knownType(`${M}.CommandCompletion`);
  }
  next(forward: boolean): Value {
    const matches = [...this.matches] as Value[];
    if (matches.length === 0) return null;
    const step = forward ? 1 : -1;
    this.currentMatchIndex = (this.currentMatchIndex + step + matches.length) % matches.length;
    return matches[this.currentMatchIndex]!;
  }
}

function complete(text: string, cursor: number): Value {
  if (cursor > text.length) {
    throw new DotNetException(
      'System.ArgumentOutOfRangeException',
      'Specified argument was out of the range of valid values.',
    );
  }
  const { matches, start, length } = completers.get(host())!(text, cursor);
  return new CommandCompletion(matches, start, length);
}

/** The form with a syntax tree: its text up to the position. */
function completeTree(tree: Value, _tokens: Value, position: Value): Value {
  const text = tree instanceof AstView ? tree.source.text : '';
  const offset = (position as { offset?: number } | null)?.offset;
  return complete(text, typeof offset === 'number' ? offset : text.length);
}

function made(text: string, label: string, type: number, toolTip: string): CompletionMatch {
  return new CompletionMatch(text, label, enumText(knownType(RESULT_TYPE), type) as CompletionResultType, toolTip);
}

export function completionTypes(): TypeSpec[] {
  return [
    {
      name: RESULT_TYPE,
      kind: 'enum',
      enumValues: {
        Text: 0,
        History: 1,
        Command: 2,
        ProviderItem: 3,
        ProviderContainer: 4,
        Property: 5,
        Method: 6,
        ParameterName: 7,
        ParameterValue: 8,
        Variable: 9,
        Namespace: 10,
        Type: 11,
        Keyword: 12,
        DynamicKeyword: 13,
      },
    },
    {
      name: `${M}.CompletionResult`,
      constructors: {
        '(string completionText)': (text: string) => new CompletionMatch(text, text, 'Text'),
        [`(string completionText, string listItemText, ${RESULT_TYPE} resultType, string toolTip)`]: made,
      },
      properties: {
        'string CompletionText': (match: CompletionMatch) => match.completionText,
        'string ListItemText': (match: CompletionMatch) => match.listItemText,
        [`${RESULT_TYPE} ResultType`]: (match: CompletionMatch) => resultType(match),
        'string ToolTip': (match: CompletionMatch) => match.toolTip,
      },
    },
    {
      name: `${M}.CommandCompletion`,
      properties: {
        'int CurrentMatchIndex': {
          get: (completion: CommandCompletion) => completion.currentMatchIndex,
          set: (completion: CommandCompletion, value: number) => void (completion.currentMatchIndex = value),
        },
        'int ReplacementIndex': (completion: CommandCompletion) => completion.replacementIndex,
        'int ReplacementLength': (completion: CommandCompletion) => completion.replacementLength,
        [`System.Collections.ObjectModel.Collection\`1[${M}.CompletionResult] CompletionMatches`]: (
          completion: CommandCompletion,
        ) => completion.matches,
      },
      methods: {
        [`${M}.CompletionResult GetNextResult(bool forward)`]: (completion: CommandCompletion, forward: boolean) =>
          completion.next(forward),
      },
      staticMethods: {
        [`${M}.CommandCompletion CompleteInput(string input, int cursorIndex, System.Collections.Hashtable options)`]:
          complete,
        [`${M}.CommandCompletion CompleteInput(System.Object ast, System.Object tokens, System.Object positionOfCursor, System.Collections.Hashtable options)`]:
          completeTree,
      },
    },
  ];
}

function resultType(match: CompletionMatch): Value {
  const type = knownType(RESULT_TYPE);
  return new EnumValue(type, type.spec.enumValues![match.resultType] as number);
}
