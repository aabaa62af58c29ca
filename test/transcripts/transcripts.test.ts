// Whole sessions as a user sees them (the .txt files of this folder; their form is told in transcript.ts).

import { describe, expect, it } from 'vitest';
import { loadTranscripts, replay } from './run-transcripts.ts';
import { parseTranscript, writeTranscript } from './transcript.ts';

for (const { name, sessions } of loadTranscripts()) {
  describe(name, () => {
    for (const session of sessions) {
      it(session.title, () => {
        expect(writeTranscript([replay(session)])).toBe(writeTranscript([session]));
      });
    }
  });
}

describe('the form of a transcript', () => {
  it('is written as it was read', () => {
    const text = '# One #\n//seed 7\nPS> 1\n1\nPS> if (1) {\n>> 2 }\n2\n\n# Two #\nPS> 3\n3\n';
    expect(writeTranscript(parseTranscript(text))).toBe(text);
  });
});
