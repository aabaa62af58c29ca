// The way from objects to lines that all Out-* share: a session that makes format data, and the output that writes it.

import { toText } from '../runtime/convert.ts';
import type { Engine } from '../runtime/engine.ts';
import { ErrorRecord } from '../runtime/errors.ts';
import type { Value } from '../runtime/values.ts';
import { decorationOf } from './decoration.ts';
import { registerFormatTypes } from './format-data.ts';
import { DEFAULT_FORMAT_OPTIONS, FormatSession } from './format-session.ts';
import { DEFAULT_ENUMERATION_LIMIT, type ReadOptions } from './read-value.ts';
import { registerCoreViews } from './views/core-views.ts';
import { FormattedOutput } from './write/formatted-output.ts';

const UNLIMITED = 1_000_000;

/** Preferences that formatting reads from the running script. */
export function readOptions(engine: Engine): ReadOptions {
  registerFormatTypes();
  registerCoreViews();
  const limit = engine.valueOf('formatenumerationlimit');
  const view = engine.valueOf('errorview');
  return {
    enumerationLimit: typeof limit === 'number' ? limit : DEFAULT_ENUMERATION_LIMIT,
    errorView: view === null || view === undefined ? 'NormalView' : toText(view),
    showError: false,
    currentFolder: () => engine.providers?.resolveFilePath('.'),
  };
}

/** Writes objects as text, line by line. */
export class Formatter {
  private readonly output: FormattedOutput;
  private readonly session: FormatSession;
  private readonly read: ReadOptions;
  private readonly engine: Engine;

  /** Without `columns` tables are as wide as the terminal, and other text is not wrapped. */
  constructor(engine: Engine, columns: number | undefined, writeLine: (line: string) => void, terminal = false) {
    this.engine = engine;
    this.read = { ...readOptions(engine), terminal, decoration: terminal ? decorationOf(engine) : undefined };
    const widths = { columns: columns ?? engine.host.ui.columns, textColumns: columns ?? UNLIMITED };
    this.output = new FormattedOutput({
      ...widths,
      writeLine,
      nowTicks: () => engine.host.clock.nowTicks(),
      decoration: () => this.read.decoration,
    });
    this.session = new FormatSession(DEFAULT_FORMAT_OPTIONS, this.read, (data) => this.output.accept(data));
  }

  write(value: Value): void {
    if (value instanceof ErrorRecord || typeof value === 'object') this.refresh();
    this.session.process(value);
  }

  /** Preferences may change while a script runs. */
  private refresh(): void {
    const now = readOptions(this.engine);
    this.read.enumerationLimit = now.enumerationLimit;
    this.read.errorView = now.errorView;
    if (this.read.terminal) this.read.decoration = decorationOf(this.engine);
  }

  end(): void {
    this.session.end();
    this.output.end();
  }
}
