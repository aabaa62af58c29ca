// Text in and out of a native program: output is cut into lines for the pipeline, input comes from the pipeline or the keyboard.

import type { CmdletContext, CmdletRun } from '../../../src/runtime/cmdlet.ts';

export class NativeConsole {
  readonly #cmdlet: CmdletContext;
  readonly #input: string[] | undefined;
  #pending = '';

  /** `input`: the lines piped in; undefined when the program reads from the terminal. */
  constructor(cmdlet: CmdletContext, input: string[] | undefined) {
    this.#cmdlet = cmdlet;
    this.#input = input;
  }

  /** Writes text; whole lines go out at once. */
  print(text: string): void {
    const lines = (this.#pending + text).split('\n');
    this.#pending = lines.pop() ?? '';
    for (const line of lines) this.#cmdlet.write(line);
  }
  printLine(text = ''): void {
    this.print(`${text}\n`);
  }
  errorLine(text = ''): void {
    this.#cmdlet.nativeError(text);
  }

  /** The next line of input; undefined at its end. The prompt stands in the output when the input is no terminal, as programs leave it. */
  readLine(prompt = ''): string | undefined {
    if (this.#input === undefined && this.#cmdlet.host.ui.interactive) {
      this.flush();
      return this.#cmdlet.host.ui.readLine(prompt);
    }
    this.print(prompt);
    return this.#input?.shift();
  }

  /** Puts out what is left without a line end. */
  flush(): void {
    if (this.#pending === '') return;
    const rest = this.#pending;
    this.#pending = '';
    this.#cmdlet.write(rest);
  }
}

/** A program as a cmdlet run: gathers piped lines, then runs once. The result is the exit code. */
export function nativeProgram(main: (console: NativeConsole, args: string[], cmdlet: CmdletContext) => number) {
  return (cmdlet: CmdletContext): CmdletRun => {
    const input: string[] = [];
    return {
      process() {
        if (cmdlet.expectingInput) input.push(...String(cmdlet.input ?? '').split('\n'));
      },
      end() {
        const console = new NativeConsole(cmdlet, cmdlet.expectingInput ? input : undefined);
        cmdlet.exitCode = main(console, [...cmdlet.nativeArgs], cmdlet);
        console.flush();
      },
    };
  };
}
