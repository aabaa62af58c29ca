// Invoke-WebRequest.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { refuseRequest } from './shared/web.ts';

export default defineCmdlet({
  name: 'Invoke-WebRequest',
  module: 'Microsoft.PowerShell.Utility',
  aliases: ['iwr'],
  synopsis: 'Asks a web server; fails in the sandbox, which has no network.',
  parameters: {
    UseBasicParsing: { type: 'switch', help: 'Has no effect; kept for old scripts.' },
    Uri: {
      type: 'uri',
      mandatory: true,
      position: 0,
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Address of the request.',
    },
    WebSession: { type: 'object', help: 'Session to continue.' },
    SessionVariable: { type: 'string', aliases: ['SV'], help: 'Variable that takes the session.' },
    Authentication: {
      type: 'enum',
      values: ['None', 'Basic', 'Bearer', 'OAuth'],
      enumName: 'Microsoft.PowerShell.Commands.WebAuthenticationType',
      help: 'Kind of authentication.',
    },
    Credential: { type: 'pscredential', help: 'Account to use; the sandbox checks none.' },
    UseDefaultCredentials: { type: 'switch', help: 'Uses the account of the user.' },
    CertificateThumbprint: { type: 'string', validate: [{ kind: 'notNullOrEmpty' }], help: 'Certificate of the user.' },
    SkipCertificateCheck: { type: 'switch', help: 'Accepts any certificate.' },
    Token: { type: 'securestring', help: 'Token for authentication.' },
    UserAgent: { type: 'string', help: 'Name of the client.' },
    Headers: { type: 'System.Collections.IDictionary', help: 'Headers of the request.' },
    MaximumRedirection: {
      type: 'int',
      validate: [{ kind: 'range', min: 0, max: 2147483647 }],
      help: 'How many redirections are followed.',
    },
    Method: {
      type: 'enum',
      values: ['Default', 'Get', 'Head', 'Post', 'Put', 'Delete', 'Trace', 'Options', 'Merge', 'Patch'],
      enumName: 'Microsoft.PowerShell.Commands.WebRequestMethod',
      sets: ['StandardMethod', 'StandardMethodNoProxy'],
      help: 'Method of the request.',
    },
    CustomMethod: {
      type: 'string',
      aliases: ['CM'],
      mandatory: true,
      sets: ['CustomMethod', 'CustomMethodNoProxy'],
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Method that is not in the list.',
    },
    NoProxy: {
      type: 'switch',
      mandatory: true,
      sets: ['CustomMethodNoProxy', 'StandardMethodNoProxy'],
      help: 'Goes around the proxy.',
    },
    Proxy: { type: 'uri', sets: ['StandardMethod', 'CustomMethod'], help: 'Proxy server.' },
    Body: { type: 'object', pipeline: 'value', help: 'Body of the page or request.' },
    ContentType: { type: 'string', help: 'Media type of the request body.' },
    TransferEncoding: {
      type: 'string',
      validate: [{ kind: 'set', values: ['chunked', 'compress', 'deflate', 'gzip', 'identity'] }],
      help: 'Transfer encoding of the request.',
    },
    InFile: { type: 'string', validate: [{ kind: 'notNullOrEmpty' }], help: 'File with the body of the request.' },
    OutFile: { type: 'string', validate: [{ kind: 'notNullOrEmpty' }], help: 'File to save the answer to.' },
    PassThru: { type: 'switch', help: 'Puts out the object.' },
    SkipHttpErrorCheck: { type: 'switch', help: 'Does not treat error answers as errors.' },
  },
  defaultSet: 'StandardMethod',
  outputs: ['Microsoft.PowerShell.Commands.BasicHtmlWebResponseObject'],
  examples: [{ script: 'try { Invoke-WebRequest http://intranet } catch { "no network" }', output: 'no network' }],
  create: refuseRequest,
});
