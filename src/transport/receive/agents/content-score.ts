// The spam confidence level of a text. The product learns its filter from mail that nobody may copy, so the sandbox has a plain rule
// of its own that gives the same level for the same mail (docs/anti-spam.md tells it to users):
//   the GTUBE line                                             9 at once
//   each of the phrases below that subject or text contain     2
//   a subject of capitals alone (eight letters or more)        1
//   three exclamation marks or more in the subject             1
//   more than three links in the text                          1
//   Sender ID: Fail 3, SoftFail 1
//   a sender on the lists of the sender filter (StampStatus)   5

import type { Content } from '../../mail/content.ts';
import type { SpfResult } from './spf.ts';

/** Generic Test for Unsolicited Bulk Email. */
const gtube = 'XJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X';

const phrases = [
  'act now',
  'cheap meds',
  'click here',
  'double your income',
  'earn extra cash',
  'free money',
  'limited time offer',
  'lottery winner',
  'make money fast',
  'miracle cure',
  'no obligation',
  'risk free',
  'unclaimed inheritance',
  'viagra',
  'weight loss',
  'you have won',
];
const phraseWeight = 2;
const highest = 9;

export function contentScore(
  content: Content,
  { senderId, blockedSender }: { senderId: SpfResult | undefined; blockedSender: boolean },
): number {
  const { subject, body } = content;
  if (subject.includes(gtube) || body.includes(gtube)) return highest;
  const text = `${subject}\n${body}`.toLowerCase();
  let score = 0;
  for (const phrase of phrases) if (text.includes(phrase)) score += phraseWeight;
  const letters = subject.replace(/[^A-Za-z]/g, '');
  if (letters.length >= 8 && letters === letters.toUpperCase()) score += 1;
  if ((subject.match(/!/g)?.length ?? 0) >= 3) score += 1;
  if ((body.match(/https?:\/\//gi)?.length ?? 0) > 3) score += 1;
  if (senderId === 'Fail') score += 3;
  if (senderId === 'SoftFail') score += 1;
  if (blockedSender) score += 5;
  return Math.min(highest, score);
}
