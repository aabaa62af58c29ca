// -WhatIf and -Confirm (about_ShouldProcess).

import { toBool, toText } from '../convert.ts';
import { DotNetException } from '../errors.ts';
import type { PromptChoice } from '../host.ts';
import { EnumValue } from '../types/enum-value.ts';
import type { Value } from '../values.ts';
import type { CommandRuntime } from './command-runtime.ts';

const IMPACTS = ['none', 'low', 'medium', 'high'];

const CHOICES: PromptChoice[] = [
  { label: 'Yes', hotKey: 'Y', help: 'Continue with only the next step of the operation.' },
  { label: 'Yes to All', hotKey: 'A', help: 'Continue with all the steps of the operation.' },
  { label: 'No', hotKey: 'N', help: 'Skip this operation and proceed with the next operation.' },
  { label: 'No to All', hotKey: 'L', help: 'Skip this operation and all subsequent operations.' },
  {
    label: 'Suspend',
    hotKey: 'S',
    help: 'Pause the current pipeline and return to the command prompt. Type "exit" to resume the pipeline.',
  },
];

function impactLevel(value: Value): number {
  if (typeof value === 'number') return value;
  if (value instanceof EnumValue) return Number(value.value);
  if (typeof value === 'boolean') return value ? 2 : 0;
  const index = IMPACTS.indexOf(toText(value ?? 'High').toLowerCase());
  return index < 0 ? 3 : index;
}

/** Answers that hold for the rest of one command. */
export class ConfirmationState {
  yesToAll = false;
  noToAll = false;

  constructor(
    private readonly runtime: CommandRuntime,
    private readonly impact: string,
  ) {}

  shouldProcess(whatIfText: string, question: string, caption: string): boolean {
    const { engine } = this.runtime.parts;
    const whatIf = this.runtime.options.whatIf ?? toBool(engine.valueOf('whatifpreference') ?? false);
    if (whatIf) {
      this.writeWhatIf(whatIfText);
      return false;
    }
    if (!this.mustAsk()) {
      this.runtime.verbose(whatIfText);
      return true;
    }
    return this.ask(question, caption);
  }

  private writeWhatIf(text: string): void {
    this.runtime.parts.engine.host.ui.write(`What if: ${text}\n`);
  }

  private mustAsk(): boolean {
    const { confirm } = this.runtime.options;
    if (confirm !== undefined) return confirm && impactLevel(this.impact) >= 0;
    const preference = impactLevel(this.runtime.parts.engine.valueOf('confirmpreference'));
    return preference !== 0 && impactLevel(this.impact) >= preference;
  }

  /** Asks the user; without one, the command fails as the reference's does. */
  ask(question: string, caption: string): boolean {
    if (this.yesToAll) return true;
    if (this.noToAll) return false;
    const ui = this.runtime.parts.engine.host.ui;
    if (!ui.interactive) throw nonInteractive();
    const answer = ui.choose(caption, question, CHOICES, 0);
    if (answer === 1) this.yesToAll = true;
    if (answer === 3) this.noToAll = true;
    return answer <= 1;
  }
}

function nonInteractive(): DotNetException {
  return new DotNetException(
    'System.Management.Automation.PSInvalidOperationException',
    'PowerShell is in NonInteractive mode. Read and Prompt functionality is not available.',
    {
      errorId: 'InvalidOperation',
      category: 'InvalidOperation',
    },
  );
}

/** The standard wording. */
export function operationText(target: string, action: string): string {
  return `Performing the operation "${action}" on target "${target}".`;
}
export const CONFIRM_CAPTION = 'Confirm';
export function confirmQuestion(text: string): string {
  return `Are you sure you want to perform this action?\n${text}`;
}
