// Custom views: text and indented frames, wrapped to the screen.

import type { ControlNode } from '../format-data.ts';
import { wrapText } from '../wrap-text.ts';

export function writeControls(
  nodes: readonly ControlNode[],
  screenWidth: number,
  writeLine: (line: string) => void,
): void {
  const writer = new CustomWriter(screenWidth, writeLine);
  writer.write(nodes);
  writer.finish();
}

class CustomWriter {
  private buffer = '';
  private indent = 0;
  private rightIndent = 0;
  private firstLine = 0;

  constructor(
    private readonly screenWidth: number,
    private readonly writeLine: (line: string) => void,
  ) {}

  write(nodes: readonly ControlNode[]): void {
    for (const node of nodes) {
      if (node.kind === 'text') this.buffer += node.text;
      else if (node.kind === 'newline') this.flush();
      else this.frame(node);
    }
  }

  private frame(node: ControlNode & { kind: 'frame' }): void {
    this.finish();
    const { indent, rightIndent, firstLine } = this;
    this.indent += node.leftIndent;
    this.rightIndent += node.rightIndent;
    this.firstLine = node.firstLine;
    this.write(node.children);
    this.finish();
    this.indent = indent;
    this.rightIndent = rightIndent;
    this.firstLine = firstLine;
  }

  private flush(): void {
    const width = Math.max(this.screenWidth - this.indent - this.rightIndent, 1);
    const first = Math.max(this.indent + this.firstLine, 0);
    const rest = this.firstLine < 0 ? this.indent : this.indent;
    const lines = wrapText(this.buffer, Math.max(this.screenWidth - first - this.rightIndent, 1), width);
    for (let i = 0; i < lines.length; i++) this.writeLine(' '.repeat(i === 0 ? first : rest) + lines[i]);
    this.buffer = '';
  }

  /** A line that was begun is ended. */
  finish(): void {
    if (this.buffer !== '') this.flush();
  }
}
