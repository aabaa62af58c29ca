// Conditions of transport rules about attachments.

import type { JsonValue } from '../../../../state/schema/json.ts';
import { attachmentsOf, type Part } from './mail-parts.ts';
import { type RuleMail, texts } from './rule-mail.ts';
import { containsWord, matchesPattern } from './texts.ts';

type Test = (asked: { mail: RuleMail; value: JsonValue }) => boolean;

/** File types whose text the product reads (*Supported file types for content inspection*). */
const readable =
  /\.(txt|csv|log|htm|html|xml|doc|docx|docm|dot|dotx|xls|xlsx|xlsb|xlsm|ppt|pptx|pptm|pdf|rtf|odt|ods|odp|eml|msg|one|vsd|vsdx|json|ps1|bat|cmd|js|vbs|zip)$/i;
const executable = /\.(exe|dll|com|scr|cpl|sys|msi|ocx|bat|cmd|vbs|js|jar|class|pif)$/i;

const extension = (name: string): string => /\.([^.]+)$/.exec(name)?.[1] ?? '';
/** An encrypted archive or document says so in its beginning. */
const isEncrypted = ({ text }: Part): boolean =>
  /^PK\x03\x04..[\x01\x09]/s.test(text) || /\/Encrypt\b/.test(text.slice(-2048));
const isExecutable = ({ name, text }: Part): boolean => executable.test(name) || text.startsWith('MZ');

/** A condition of yes or no: `$false` asks that no attachment is so. */
const some =
  (test: (part: Part) => boolean): Test =>
  ({ mail, value }) =>
    attachmentsOf(mail.content).some(test) === (value === true);

/** Texts that a scan reads, up to TransportRuleAttachmentTextScanLimit each. */
function scanned(mail: RuleMail): { read: string[]; exceeded: boolean } {
  const limit = Number(
    (mail.simulation.transportConfig as unknown as Record<string, unknown>).TransportRuleAttachmentTextScanLimit ??
      1_048_576,
  );
  const parts = attachmentsOf(mail.content).filter(({ name }) => readable.test(name));
  return { read: parts.map(({ text }) => text.slice(0, limit)), exceeded: parts.some(({ size }) => size > limit) };
}

export const attachmentPredicates: Record<string, Test> = {
  AttachmentContainsWords: ({ mail, value }) => containsWord(scanned(mail).read, texts(value)),
  AttachmentMatchesPatterns: ({ mail, value }) => matchesPattern(scanned(mail).read, texts(value)),
  AttachmentNameMatchesPatterns: ({ mail, value }) =>
    matchesPattern(
      attachmentsOf(mail.content).map(({ name }) => name),
      texts(value),
    ),
  AttachmentExtensionMatchesWords: ({ mail, value }) => {
    const wanted = texts(value).map((word) => word.replace(/^\*?\./, '').toLowerCase());
    return attachmentsOf(mail.content).some(({ name }) => wanted.includes(extension(name).toLowerCase()));
  },
  // Properties of documents are not part of the model.
  AttachmentPropertyContainsWords: () => false,
  AttachmentSizeOver: ({ mail, value }) => attachmentsOf(mail.content).some(({ size }) => size >= Number(value)),
  AttachmentHasExecutableContent: some(isExecutable),
  AttachmentIsPasswordProtected: some(isEncrypted),
  AttachmentIsUnsupported: some(({ name }) => !readable.test(name)),
  AttachmentProcessingLimitExceeded: ({ mail, value }) => scanned(mail).exceeded === (value === true),
};
