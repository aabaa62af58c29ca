// What a non-delivery report tells its reader, by enhanced status code (facts/transport 3.4 names the causes; the wording is ours).

const advice: Record<string, string> = {
  '4.3.1': 'The receiving server is short of system resources. Try again later.',
  '4.3.2': "The receiving server doesn't accept messages at the moment. Try again later.",
  '4.4.7':
    'The message has been in the queue for too long, and delivery attempts have stopped. Try to send it again later.',
  '5.0.0': 'The message could not be routed to the recipient. Check the address and try again.',
  '5.1.0': 'The sender was refused. Contact your administrator.',
  '5.1.1':
    "The email address you entered couldn't be found. Please check the recipient's email address and try to resend the message. If the problem continues, please contact your email admin.",
  '5.1.2': 'The address has a format that nothing here can deliver to. Check it and try again.',
  '5.1.3': "The address isn't written correctly. Check it and try again.",
  '5.1.4': 'The address belongs to more than one recipient, or is reserved. Contact your administrator.',
  '5.1.7': "The sender's address isn't valid.",
  '5.2.0': "The recipient's mailbox server could not store the message.",
  '5.2.1': "The recipient's mailbox can't be reached at the moment or isn't accepting messages.",
  '5.2.2':
    "The recipient's mailbox is full and can't accept messages now. Try again later, or contact the recipient directly.",
  '5.2.3': 'The message is too large. Make it smaller or send it in parts.',
  '5.2.4': "The group's members could not be determined. Contact your administrator.",
  '5.3.0': 'A problem with the message kept the server from processing it.',
  '5.3.4':
    'The message is larger than the current system limit or the connection it would have to take allows. Make it smaller and try again.',
  '5.3.5': 'A configuration error would have led the message in a loop. Contact your administrator.',
  '5.4.300':
    'The message has been in the queue for too long, and delivery attempts have stopped. Try to send it again later.',
  '5.4.4': "The recipient's domain could not be found, or no connector leads to it. Check the address and try again.",
  '5.4.6': 'A configuration error led the message in a loop. Contact your administrator.',
  '5.4.14': 'The message passed through too many servers, and may be in a loop. Contact your administrator.',
  '5.5.3': 'The message has too many recipients. Send it to fewer at a time.',
  '5.6.0': "The message's content could not be processed.",
  '5.7.1':
    "You don't have permission to send to this recipient, or the message was rejected by a policy. Contact your administrator.",
  '5.7.3': 'The servers could not authenticate each other. Contact your administrator.',
  '5.7.60': "You don't have permission to send as this sender.",
};

/** Advice for an enhanced code; for an unlisted one that of its class. */
export function adviceFor(status: string): string {
  const exact = advice[status];
  if (exact !== undefined) return exact;
  return status.startsWith('4.')
    ? 'A temporary problem kept the message from being delivered. Try again later.'
    : 'A problem kept the message from being delivered. Contact your administrator if it continues.';
}

/** Codes that have a text of their own. */
export function advisedCodes(): string[] {
  return Object.keys(advice);
}
