// What stands in for the labs while a solution is tried: it takes answers and nothing else.

import {
  type LabAttempt,
  LabControl,
  type LabHint,
  type LabResult,
  type LabStop,
  type LabSummary,
} from '../../../state/store/lab-control.ts';
import { SandboxControlError } from '../../../state/store/sandbox-control.ts';

function refuse(): never {
  throw new SandboxControlError(
    'NotPossible',
    'A lab is being checked: of the lab cmdlets only Set-LabAnswer can be used here.',
  );
}

export class AnswerSheet extends LabControl {
  readonly answers: Record<string, string> = {};

  get current(): string | undefined {
    return undefined;
  }
  get language(): 'en' | 'ja' {
    return 'en';
  }
  answer(question: number, answer: string): string {
    this.answers[question] = answer;
    return '';
  }
  labs(): LabSummary[] {
    return refuse();
  }
  start(): { lab: LabSummary; text: string } {
    return refuse();
  }
  test(): LabResult {
    return refuse();
  }
  hint(): LabHint {
    return refuse();
  }
  hintsLeft(): { number: number; left: number } {
    return refuse();
  }
  stop(): LabStop {
    return refuse();
  }
  check(): never {
    return refuse();
  }
  scaffold(): string {
    return refuse();
  }
  attempts(): LabAttempt[] {
    return refuse();
  }
}
