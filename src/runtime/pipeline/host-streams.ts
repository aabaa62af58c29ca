// The side streams of the host: warnings, verbose, debug and information messages as lines of text.

import { toText } from '../convert.ts';
import type { Engine } from '../engine.ts';
import { stripEscapes } from '../escape-sequences.ts';
import { CallbackOutput, HostInformationMessage, InformationRecord, type Output, type Streams } from '../streams.ts';

function lines(engine: Engine, prefix: string): Output {
  return new CallbackOutput((record) => engine.host.ui.write(`${prefix}${toText(record)}\n`));
}

/** Errors have no place of their own until a pipeline of the host is running (interpreter/execute.ts). */
export function createHostStreams(engine: Engine): Streams {
  return {
    error: new CallbackOutput((record) => engine.host.ui.writeError(`${toText(record)}\n`)),
    warning: lines(engine, 'WARNING: '),
    verbose: lines(engine, 'VERBOSE: '),
    debug: lines(engine, 'DEBUG: '),
    information: new CallbackOutput((record) => writeInformation(engine, record)),
  };
}

function writeInformation(engine: Engine, record: unknown): void {
  if (!(record instanceof InformationRecord)) return;
  const data = record.messageData;
  if (data instanceof HostInformationMessage) {
    const text = engine.host.ui.colors ? data.coloured : stripEscapes(data.message);
    engine.host.ui.write(`${text}${data.noNewLine ? '' : '\n'}`);
  } else engine.host.ui.write(`${toText(data)}\n`);
}
