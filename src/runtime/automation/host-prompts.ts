// What scripts ask through `$Host.UI`: choices, lines and keys, and the descriptions of choices they bring.

import { toText } from '../convert.ts';
import { enumerate } from '../enumerate.ts';
import { DotNetException } from '../errors.ts';
import type { PromptChoice, UserInterface } from '../host.ts';
import type { HostUserInterface, RawUserInterface } from '../session-objects.ts';
import type { TypeSpec } from '../types/ps-type.ts';
import { PSChar, PSObject, type Value } from '../values.ts';

const M = 'System.Management.Automation';

/** System.Management.Automation.Host.ChoiceDescription: `&` stands before the hot key. */
export class ChoiceDescription {
  constructor(
    readonly label: string,
    public help = '',
  ) {}
}

export function choiceDescriptionType(): TypeSpec {
  return {
    name: `${M}.Host.ChoiceDescription`,
    constructors: {
      '(string label)': (label: string) => new ChoiceDescription(label),
      '(string label, string helpMessage)': (label: string, help: string) => new ChoiceDescription(label, help),
    },
    properties: {
      'string Label': (choice: ChoiceDescription) => choice.label,
      'string HelpMessage': {
        get: (choice: ChoiceDescription) => choice.help,
        set: (choice: ChoiceDescription, text: string) => void (choice.help = text),
      },
    },
  };
}

function requireInteractive(ui: UserInterface): void {
  if (ui.interactive) return;
  throw new DotNetException(
    `${M}.PSInvalidOperationException`,
    'PowerShell is in NonInteractive mode. Read and Prompt functionality is not available.',
    { errorId: 'InvalidOperation', category: 'InvalidOperation' },
  );
}

function promptChoice(value: Value): PromptChoice {
  const { label, help } = value instanceof ChoiceDescription ? value : new ChoiceDescription(toText(value));
  const mark = label.indexOf('&');
  return {
    label: label.replace('&', ''),
    hotKey: mark >= 0 ? label.slice(mark + 1, mark + 2).toUpperCase() : '',
    help,
  };
}

/** Methods of `$Host.UI` that need an answer. */
export const promptMethods: NonNullable<TypeSpec['methods']> = {
  'string ReadLine()': ({ engine }: HostUserInterface) => {
    requireInteractive(engine.host.ui);
    return engine.host.ui.readLine('') ?? null;
  },
  'int PromptForChoice(string caption, string message, System.Object choices, int defaultChoice)': (
    { engine }: HostUserInterface,
    caption: string,
    message: string,
    choices: Value,
    defaultChoice: number,
  ) => {
    const { ui } = engine.host;
    requireInteractive(ui);
    return ui.choose(caption, message, [...enumerate(choices)].map(promptChoice), defaultChoice);
  },
};

function readKey({ engine }: RawUserInterface): PSObject {
  const { ui } = engine.host;
  const key = ui.interactive ? ui.readKey() : undefined;
  if (!key) {
    throw new DotNetException(
      'System.InvalidOperationException',
      'Cannot read keys when either application does not have a console or when console input has been redirected. Try Console.Read.',
    );
  }
  const code = key.character.charCodeAt(0);
  const properties = { VirtualKeyCode: code, Character: new PSChar(code), ControlKeyState: 0, KeyDown: true };
  return PSObject.of(properties, `${M}.Host.KeyInfo`);
}

/** Methods of `$Host.UI.RawUI` that need a key. */
export const keyMethods: NonNullable<TypeSpec['methods']> = {
  'System.Object ReadKey()': readKey,
  'System.Object ReadKey(System.Object options)': readKey,
};
