// Every cmdlet and native command of the shell: one import and one entry each, by path. `npm run list` writes it; a test
// compares it with the folder and with docs/cmdlets.md.

import type { CmdletDefinition } from '../src/runtime/cmdlet.ts';
import convertFromCliXml from './core/data/ConvertFrom-CliXml.ts';
import convertFromCsv from './core/data/ConvertFrom-Csv.ts';
import convertFromJson from './core/data/ConvertFrom-Json.ts';
import convertFromSecureString from './core/data/ConvertFrom-SecureString.ts';
import convertFromStringData from './core/data/ConvertFrom-StringData.ts';
import convertToCliXml from './core/data/ConvertTo-CliXml.ts';
import convertToCsv from './core/data/ConvertTo-Csv.ts';
import convertToHtml from './core/data/ConvertTo-Html.ts';
import convertToJson from './core/data/ConvertTo-Json.ts';
import convertToSecureString from './core/data/ConvertTo-SecureString.ts';
import convertToXml from './core/data/ConvertTo-Xml.ts';
import exportClixml from './core/data/Export-Clixml.ts';
import exportCsv from './core/data/Export-Csv.ts';
import getClipboard from './core/data/Get-Clipboard.ts';
import getCulture from './core/data/Get-Culture.ts';
import getDate from './core/data/Get-Date.ts';
import getRandom from './core/data/Get-Random.ts';
import getSecureRandom from './core/data/Get-SecureRandom.ts';
import getTimeZone from './core/data/Get-TimeZone.ts';
import getUICulture from './core/data/Get-UICulture.ts';
import getUptime from './core/data/Get-Uptime.ts';
import getVerb from './core/data/Get-Verb.ts';
import importClixml from './core/data/Import-Clixml.ts';
import importCsv from './core/data/Import-Csv.ts';
import importLocalizedData from './core/data/Import-LocalizedData.ts';
import importPowerShellDataFile from './core/data/Import-PowerShellDataFile.ts';
import invokeRestMethod from './core/data/Invoke-RestMethod.ts';
import invokeWebRequest from './core/data/Invoke-WebRequest.ts';
import newGuid from './core/data/New-Guid.ts';
import newTimeSpan from './core/data/New-TimeSpan.ts';
import selectXml from './core/data/Select-Xml.ts';
import setClipboard from './core/data/Set-Clipboard.ts';
import startSleep from './core/data/Start-Sleep.ts';
import testJson from './core/data/Test-Json.ts';
import addHistory from './core/engine/Add-History.ts';
import addPSSnapin from './core/engine/Add-PSSnapin.ts';
import addType from './core/engine/Add-Type.ts';
import clearHistory from './core/engine/Clear-History.ts';
import clearHost from './core/engine/Clear-Host.ts';
import clearVariable from './core/engine/Clear-Variable.ts';
import enterPSSession from './core/engine/Enter-PSSession.ts';
import exitPSSession from './core/engine/Exit-PSSession.ts';
import exportAlias from './core/engine/Export-Alias.ts';
import exportModuleMember from './core/engine/Export-ModuleMember.ts';
import getAlias from './core/engine/Get-Alias.ts';
import getCommand from './core/engine/Get-Command.ts';
import getCredential from './core/engine/Get-Credential.ts';
import getExecutionPolicy from './core/engine/Get-ExecutionPolicy.ts';
import getHelp from './core/engine/Get-Help.ts';
import getHistory from './core/engine/Get-History.ts';
import getHost from './core/engine/Get-Host.ts';
import getJob from './core/engine/Get-Job.ts';
import getModule from './core/engine/Get-Module.ts';
import getPSCallStack from './core/engine/Get-PSCallStack.ts';
import getPSSession from './core/engine/Get-PSSession.ts';
import getPSSnapin from './core/engine/Get-PSSnapin.ts';
import getVariable from './core/engine/Get-Variable.ts';
import importAlias from './core/engine/Import-Alias.ts';
import importModule from './core/engine/Import-Module.ts';
import importPSSession from './core/engine/Import-PSSession.ts';
import invokeCommand from './core/engine/Invoke-Command.ts';
import invokeExpression from './core/engine/Invoke-Expression.ts';
import invokeHistory from './core/engine/Invoke-History.ts';
import newAlias from './core/engine/New-Alias.ts';
import newModule from './core/engine/New-Module.ts';
import newModuleManifest from './core/engine/New-ModuleManifest.ts';
import newPSSession from './core/engine/New-PSSession.ts';
import newVariable from './core/engine/New-Variable.ts';
import readHost from './core/engine/Read-Host.ts';
import receiveJob from './core/engine/Receive-Job.ts';
import registerArgumentCompleter from './core/engine/Register-ArgumentCompleter.ts';
import removeAlias from './core/engine/Remove-Alias.ts';
import removeJob from './core/engine/Remove-Job.ts';
import removeModule from './core/engine/Remove-Module.ts';
import removePSSession from './core/engine/Remove-PSSession.ts';
import removeVariable from './core/engine/Remove-Variable.ts';
import setAlias from './core/engine/Set-Alias.ts';
import setExecutionPolicy from './core/engine/Set-ExecutionPolicy.ts';
import setPSDebug from './core/engine/Set-PSDebug.ts';
import setStrictMode from './core/engine/Set-StrictMode.ts';
import setVariable from './core/engine/Set-Variable.ts';
import startJob from './core/engine/Start-Job.ts';
import startThreadJob from './core/engine/Start-ThreadJob.ts';
import startTranscript from './core/engine/Start-Transcript.ts';
import stopJob from './core/engine/Stop-Job.ts';
import stopTranscript from './core/engine/Stop-Transcript.ts';
import testModuleManifest from './core/engine/Test-ModuleManifest.ts';
import traceCommand from './core/engine/Trace-Command.ts';
import waitJob from './core/engine/Wait-Job.ts';
import addContent from './core/management/Add-Content.ts';
import clearContent from './core/management/Clear-Content.ts';
import clearItem from './core/management/Clear-Item.ts';
import clearItemProperty from './core/management/Clear-ItemProperty.ts';
import convertPath from './core/management/Convert-Path.ts';
import copyItem from './core/management/Copy-Item.ts';
import copyItemProperty from './core/management/Copy-ItemProperty.ts';
import getChildItem from './core/management/Get-ChildItem.ts';
import getContent from './core/management/Get-Content.ts';
import getFileHash from './core/management/Get-FileHash.ts';
import getItem from './core/management/Get-Item.ts';
import getItemProperty from './core/management/Get-ItemProperty.ts';
import getItemPropertyValue from './core/management/Get-ItemPropertyValue.ts';
import getLocation from './core/management/Get-Location.ts';
import getPSDrive from './core/management/Get-PSDrive.ts';
import getPSProvider from './core/management/Get-PSProvider.ts';
import invokeItem from './core/management/Invoke-Item.ts';
import joinPath from './core/management/Join-Path.ts';
import moveItem from './core/management/Move-Item.ts';
import moveItemProperty from './core/management/Move-ItemProperty.ts';
import newItem from './core/management/New-Item.ts';
import newItemProperty from './core/management/New-ItemProperty.ts';
import newPSDrive from './core/management/New-PSDrive.ts';
import newTemporaryFile from './core/management/New-TemporaryFile.ts';
import popLocation from './core/management/Pop-Location.ts';
import pushLocation from './core/management/Push-Location.ts';
import removeItem from './core/management/Remove-Item.ts';
import removeItemProperty from './core/management/Remove-ItemProperty.ts';
import removePSDrive from './core/management/Remove-PSDrive.ts';
import renameItem from './core/management/Rename-Item.ts';
import renameItemProperty from './core/management/Rename-ItemProperty.ts';
import resolvePath from './core/management/Resolve-Path.ts';
import setContent from './core/management/Set-Content.ts';
import setItem from './core/management/Set-Item.ts';
import setItemProperty from './core/management/Set-ItemProperty.ts';
import setLocation from './core/management/Set-Location.ts';
import splitPath from './core/management/Split-Path.ts';
import testPath from './core/management/Test-Path.ts';
import unblockFile from './core/management/Unblock-File.ts';
import addMember from './core/objects/Add-Member.ts';
import compareObject from './core/objects/Compare-Object.ts';
import forEachObject from './core/objects/ForEach-Object.ts';
import formatHex from './core/objects/Format-Hex.ts';
import getMember from './core/objects/Get-Member.ts';
import getTypeData from './core/objects/Get-TypeData.ts';
import getUnique from './core/objects/Get-Unique.ts';
import groupObject from './core/objects/Group-Object.ts';
import joinString from './core/objects/Join-String.ts';
import measureCommand from './core/objects/Measure-Command.ts';
import measureObject from './core/objects/Measure-Object.ts';
import newObject from './core/objects/New-Object.ts';
import removeTypeData from './core/objects/Remove-TypeData.ts';
import selectObject from './core/objects/Select-Object.ts';
import selectString from './core/objects/Select-String.ts';
import sortObject from './core/objects/Sort-Object.ts';
import updateTypeData from './core/objects/Update-TypeData.ts';
import whereObject from './core/objects/Where-Object.ts';
import writeDebug from './core/objects/Write-Debug.ts';
import writeError from './core/objects/Write-Error.ts';
import writeHost from './core/objects/Write-Host.ts';
import writeInformation from './core/objects/Write-Information.ts';
import writeOutput from './core/objects/Write-Output.ts';
import writeProgress from './core/objects/Write-Progress.ts';
import writeVerbose from './core/objects/Write-Verbose.ts';
import writeWarning from './core/objects/Write-Warning.ts';
import formatCustom from './core/output/Format-Custom.ts';
import formatList from './core/output/Format-List.ts';
import formatTable from './core/output/Format-Table.ts';
import formatWide from './core/output/Format-Wide.ts';
import getError from './core/output/Get-Error.ts';
import getFormatData from './core/output/Get-FormatData.ts';
import outDefault from './core/output/Out-Default.ts';
import outFile from './core/output/Out-File.ts';
import outHost from './core/output/Out-Host.ts';
import outNull from './core/output/Out-Null.ts';
import outString from './core/output/Out-String.ts';
import teeObject from './core/output/Tee-Object.ts';
import updateFormatData from './core/output/Update-FormatData.ts';
import getADReplicationSite from './directory/Get-ADReplicationSite.ts';
import getADReplicationSiteLink from './directory/Get-ADReplicationSiteLink.ts';
import newADReplicationSite from './directory/New-ADReplicationSite.ts';
import newADReplicationSiteLink from './directory/New-ADReplicationSiteLink.ts';
import removeADReplicationSite from './directory/Remove-ADReplicationSite.ts';
import removeADReplicationSiteLink from './directory/Remove-ADReplicationSiteLink.ts';
import setADReplicationSite from './directory/Set-ADReplicationSite.ts';
import setADReplicationSiteLink from './directory/Set-ADReplicationSiteLink.ts';
import addADPermission from './exchange/Add-ADPermission.ts';
import addDistributionGroupMember from './exchange/Add-DistributionGroupMember.ts';
import addIPAllowListEntry from './exchange/Add-IPAllowListEntry.ts';
import addIPAllowListProvider from './exchange/Add-IPAllowListProvider.ts';
import addIPBlockListEntry from './exchange/Add-IPBlockListEntry.ts';
import addIPBlockListProvider from './exchange/Add-IPBlockListProvider.ts';
import addResubmitRequest from './exchange/Add-ResubmitRequest.ts';
import assembleMessage from './exchange/AssembleMessage.ts';
import disableJournalRule from './exchange/Disable-JournalRule.ts';
import disableMailbox from './exchange/Disable-Mailbox.ts';
import disableTransportAgent from './exchange/Disable-TransportAgent.ts';
import disableTransportRule from './exchange/Disable-TransportRule.ts';
import dismountDatabase from './exchange/Dismount-Database.ts';
import enableExchangeCertificate from './exchange/Enable-ExchangeCertificate.ts';
import enableJournalRule from './exchange/Enable-JournalRule.ts';
import enableMailbox from './exchange/Enable-Mailbox.ts';
import enableTransportAgent from './exchange/Enable-TransportAgent.ts';
import enableTransportRule from './exchange/Enable-TransportRule.ts';
import exportMessage from './exchange/Export-Message.ts';
import getAcceptedDomain from './exchange/Get-AcceptedDomain.ts';
import getADPermission from './exchange/Get-ADPermission.ts';
import getADServerSettings from './exchange/Get-ADServerSettings.ts';
import getADSite from './exchange/Get-ADSite.ts';
import getADSiteLink from './exchange/Get-ADSiteLink.ts';
import getAgentLog from './exchange/Get-AgentLog.ts';
import getContentFilterConfig from './exchange/Get-ContentFilterConfig.ts';
import getDatabaseAvailabilityGroup from './exchange/Get-DatabaseAvailabilityGroup.ts';
import getDeliveryAgentConnector from './exchange/Get-DeliveryAgentConnector.ts';
import getDistributionGroup from './exchange/Get-DistributionGroup.ts';
import getDistributionGroupMember from './exchange/Get-DistributionGroupMember.ts';
import getDynamicDistributionGroup from './exchange/Get-DynamicDistributionGroup.ts';
import getEdgeSubscription from './exchange/Get-EdgeSubscription.ts';
import getEmailAddressPolicy from './exchange/Get-EmailAddressPolicy.ts';
import getEventLogLevel from './exchange/Get-EventLogLevel.ts';
import getExchangeCertificate from './exchange/Get-ExchangeCertificate.ts';
import getExchangeDiagnosticInfo from './exchange/Get-ExchangeDiagnosticInfo.ts';
import getExchangeServer from './exchange/Get-ExchangeServer.ts';
import getForeignConnector from './exchange/Get-ForeignConnector.ts';
import getFrontendTransportService from './exchange/Get-FrontendTransportService.ts';
import getHealthReport from './exchange/Get-HealthReport.ts';
import getIPAllowListEntry from './exchange/Get-IPAllowListEntry.ts';
import getIPAllowListProvider from './exchange/Get-IPAllowListProvider.ts';
import getIPBlockListConfig from './exchange/Get-IPBlockListConfig.ts';
import getIPBlockListEntry from './exchange/Get-IPBlockListEntry.ts';
import getIPBlockListProvider from './exchange/Get-IPBlockListProvider.ts';
import getJournalRule from './exchange/Get-JournalRule.ts';
import getMailbox from './exchange/Get-Mailbox.ts';
import getMailboxDatabase from './exchange/Get-MailboxDatabase.ts';
import getMailboxDatabaseCopyStatus from './exchange/Get-MailboxDatabaseCopyStatus.ts';
import getMailboxServer from './exchange/Get-MailboxServer.ts';
import getMailboxTransportService from './exchange/Get-MailboxTransportService.ts';
import getMailContact from './exchange/Get-MailContact.ts';
import getMailUser from './exchange/Get-MailUser.ts';
import getMessage from './exchange/Get-Message.ts';
import getMessageTrackingLog from './exchange/Get-MessageTrackingLog.ts';
import getMessageTrackingReport from './exchange/Get-MessageTrackingReport.ts';
import getMoveRequest from './exchange/Get-MoveRequest.ts';
import getMoveRequestStatistics from './exchange/Get-MoveRequestStatistics.ts';
import getNetworkConnectionInfo from './exchange/Get-NetworkConnectionInfo.ts';
import getOrganizationConfig from './exchange/Get-OrganizationConfig.ts';
import getQueue from './exchange/Get-Queue.ts';
import getQueueDigest from './exchange/Get-QueueDigest.ts';
import getReceiveConnector from './exchange/Get-ReceiveConnector.ts';
import getRecipient from './exchange/Get-Recipient.ts';
import getRecipientFilterConfig from './exchange/Get-RecipientFilterConfig.ts';
import getRemoteDomain from './exchange/Get-RemoteDomain.ts';
import getResubmitRequest from './exchange/Get-ResubmitRequest.ts';
import getRoutingGroupConnector from './exchange/Get-RoutingGroupConnector.ts';
import getSendConnector from './exchange/Get-SendConnector.ts';
import getSenderFilterConfig from './exchange/Get-SenderFilterConfig.ts';
import getSenderIdConfig from './exchange/Get-SenderIdConfig.ts';
import getServerComponentState from './exchange/Get-ServerComponentState.ts';
import getServerHealth from './exchange/Get-ServerHealth.ts';
import getSystemMessage from './exchange/Get-SystemMessage.ts';
import getTransportAgent from './exchange/Get-TransportAgent.ts';
import getTransportConfig from './exchange/Get-TransportConfig.ts';
import getTransportPipeline from './exchange/Get-TransportPipeline.ts';
import getTransportRule from './exchange/Get-TransportRule.ts';
import getTransportRuleAction from './exchange/Get-TransportRuleAction.ts';
import getTransportRulePredicate from './exchange/Get-TransportRulePredicate.ts';
import getTransportServer from './exchange/Get-TransportServer.ts';
import getTransportService from './exchange/Get-TransportService.ts';
import getUser from './exchange/Get-User.ts';
import getX400AuthoritativeDomain from './exchange/Get-X400AuthoritativeDomain.ts';
import installTransportAgent from './exchange/Install-TransportAgent.ts';
import mountDatabase from './exchange/Mount-Database.ts';
import moveActiveMailboxDatabase from './exchange/Move-ActiveMailboxDatabase.ts';
import moveMailbox from './exchange/Move-Mailbox.ts';
import newAcceptedDomain from './exchange/New-AcceptedDomain.ts';
import newDeliveryAgentConnector from './exchange/New-DeliveryAgentConnector.ts';
import newDistributionGroup from './exchange/New-DistributionGroup.ts';
import newDynamicDistributionGroup from './exchange/New-DynamicDistributionGroup.ts';
import newEdgeSubscription from './exchange/New-EdgeSubscription.ts';
import newEmailAddressPolicy from './exchange/New-EmailAddressPolicy.ts';
import newExchangeCertificate from './exchange/New-ExchangeCertificate.ts';
import newForeignConnector from './exchange/New-ForeignConnector.ts';
import newJournalRule from './exchange/New-JournalRule.ts';
import newMailbox from './exchange/New-Mailbox.ts';
import newMailboxDatabase from './exchange/New-MailboxDatabase.ts';
import newMailContact from './exchange/New-MailContact.ts';
import newMailUser from './exchange/New-MailUser.ts';
import newMoveRequest from './exchange/New-MoveRequest.ts';
import newReceiveConnector from './exchange/New-ReceiveConnector.ts';
import newRemoteDomain from './exchange/New-RemoteDomain.ts';
import newRoutingGroupConnector from './exchange/New-RoutingGroupConnector.ts';
import newSendConnector from './exchange/New-SendConnector.ts';
import newSystemMessage from './exchange/New-SystemMessage.ts';
import newTransportRule from './exchange/New-TransportRule.ts';
import newX400AuthoritativeDomain from './exchange/New-X400AuthoritativeDomain.ts';
import redirectMessage from './exchange/Redirect-Message.ts';
import removeAcceptedDomain from './exchange/Remove-AcceptedDomain.ts';
import removeADPermission from './exchange/Remove-ADPermission.ts';
import removeDeliveryAgentConnector from './exchange/Remove-DeliveryAgentConnector.ts';
import removeDistributionGroup from './exchange/Remove-DistributionGroup.ts';
import removeDistributionGroupMember from './exchange/Remove-DistributionGroupMember.ts';
import removeDynamicDistributionGroup from './exchange/Remove-DynamicDistributionGroup.ts';
import removeEdgeSubscription from './exchange/Remove-EdgeSubscription.ts';
import removeEmailAddressPolicy from './exchange/Remove-EmailAddressPolicy.ts';
import removeExchangeCertificate from './exchange/Remove-ExchangeCertificate.ts';
import removeForeignConnector from './exchange/Remove-ForeignConnector.ts';
import removeIPAllowListEntry from './exchange/Remove-IPAllowListEntry.ts';
import removeIPAllowListProvider from './exchange/Remove-IPAllowListProvider.ts';
import removeIPBlockListEntry from './exchange/Remove-IPBlockListEntry.ts';
import removeIPBlockListProvider from './exchange/Remove-IPBlockListProvider.ts';
import removeJournalRule from './exchange/Remove-JournalRule.ts';
import removeMailbox from './exchange/Remove-Mailbox.ts';
import removeMailContact from './exchange/Remove-MailContact.ts';
import removeMailUser from './exchange/Remove-MailUser.ts';
import removeMessage from './exchange/Remove-Message.ts';
import removeMoveRequest from './exchange/Remove-MoveRequest.ts';
import removeReceiveConnector from './exchange/Remove-ReceiveConnector.ts';
import removeRemoteDomain from './exchange/Remove-RemoteDomain.ts';
import removeResubmitRequest from './exchange/Remove-ResubmitRequest.ts';
import removeRoutingGroupConnector from './exchange/Remove-RoutingGroupConnector.ts';
import removeSendConnector from './exchange/Remove-SendConnector.ts';
import removeSystemMessage from './exchange/Remove-SystemMessage.ts';
import removeTransportRule from './exchange/Remove-TransportRule.ts';
import removeX400AuthoritativeDomain from './exchange/Remove-X400AuthoritativeDomain.ts';
import resumeMailboxDatabaseCopy from './exchange/Resume-MailboxDatabaseCopy.ts';
import resumeMessage from './exchange/Resume-Message.ts';
import resumeMoveRequest from './exchange/Resume-MoveRequest.ts';
import resumeQueue from './exchange/Resume-Queue.ts';
import retryQueue from './exchange/Retry-Queue.ts';
import searchMessageTrackingReport from './exchange/Search-MessageTrackingReport.ts';
import setAcceptedDomain from './exchange/Set-AcceptedDomain.ts';
import setADServerSettings from './exchange/Set-ADServerSettings.ts';
import setADSite from './exchange/Set-ADSite.ts';
import setADSiteLink from './exchange/Set-ADSiteLink.ts';
import setContentFilterConfig from './exchange/Set-ContentFilterConfig.ts';
import setDeliveryAgentConnector from './exchange/Set-DeliveryAgentConnector.ts';
import setDistributionGroup from './exchange/Set-DistributionGroup.ts';
import setDynamicDistributionGroup from './exchange/Set-DynamicDistributionGroup.ts';
import setEmailAddressPolicy from './exchange/Set-EmailAddressPolicy.ts';
import setEventLogLevel from './exchange/Set-EventLogLevel.ts';
import setExchangeServer from './exchange/Set-ExchangeServer.ts';
import setForeignConnector from './exchange/Set-ForeignConnector.ts';
import setFrontendTransportService from './exchange/Set-FrontendTransportService.ts';
import setIPAllowListProvider from './exchange/Set-IPAllowListProvider.ts';
import setIPBlockListConfig from './exchange/Set-IPBlockListConfig.ts';
import setIPBlockListProvider from './exchange/Set-IPBlockListProvider.ts';
import setJournalRule from './exchange/Set-JournalRule.ts';
import setMailbox from './exchange/Set-Mailbox.ts';
import setMailboxDatabase from './exchange/Set-MailboxDatabase.ts';
import setMailboxServer from './exchange/Set-MailboxServer.ts';
import setMailboxTransportService from './exchange/Set-MailboxTransportService.ts';
import setMailContact from './exchange/Set-MailContact.ts';
import setMailUser from './exchange/Set-MailUser.ts';
import setOrganizationConfig from './exchange/Set-OrganizationConfig.ts';
import setReceiveConnector from './exchange/Set-ReceiveConnector.ts';
import setRecipientFilterConfig from './exchange/Set-RecipientFilterConfig.ts';
import setRemoteDomain from './exchange/Set-RemoteDomain.ts';
import setResubmitRequest from './exchange/Set-ResubmitRequest.ts';
import setRoutingGroupConnector from './exchange/Set-RoutingGroupConnector.ts';
import setSendConnector from './exchange/Set-SendConnector.ts';
import setSenderFilterConfig from './exchange/Set-SenderFilterConfig.ts';
import setSenderIdConfig from './exchange/Set-SenderIdConfig.ts';
import setServerComponentState from './exchange/Set-ServerComponentState.ts';
import setSystemMessage from './exchange/Set-SystemMessage.ts';
import setTransportAgent from './exchange/Set-TransportAgent.ts';
import setTransportConfig from './exchange/Set-TransportConfig.ts';
import setTransportRule from './exchange/Set-TransportRule.ts';
import setTransportServer from './exchange/Set-TransportServer.ts';
import setTransportService from './exchange/Set-TransportService.ts';
import setUser from './exchange/Set-User.ts';
import startEdgeSynchronization from './exchange/Start-EdgeSynchronization.ts';
import suspendMailboxDatabaseCopy from './exchange/Suspend-MailboxDatabaseCopy.ts';
import suspendMessage from './exchange/Suspend-Message.ts';
import suspendMoveRequest from './exchange/Suspend-MoveRequest.ts';
import suspendQueue from './exchange/Suspend-Queue.ts';
import testEdgeSynchronization from './exchange/Test-EdgeSynchronization.ts';
import testIPAllowListProvider from './exchange/Test-IPAllowListProvider.ts';
import testIPBlockListProvider from './exchange/Test-IPBlockListProvider.ts';
import testMailflow from './exchange/Test-Mailflow.ts';
import testServiceHealth from './exchange/Test-ServiceHealth.ts';
import testSmtpConnectivity from './exchange/Test-SmtpConnectivity.ts';
import uninstallTransportAgent from './exchange/Uninstall-TransportAgent.ts';
import updateDistributionGroupMember from './exchange/Update-DistributionGroupMember.ts';
import updateEmailAddressPolicy from './exchange/Update-EmailAddressPolicy.ts';
import exportLabReport from './labs/Export-LabReport.ts';
import getLab from './labs/Get-Lab.ts';
import getLabHint from './labs/Get-LabHint.ts';
import newLab from './labs/New-Lab.ts';
import setLabAnswer from './labs/Set-LabAnswer.ts';
import startLab from './labs/Start-Lab.ts';
import stopLab from './labs/Stop-Lab.ts';
import testLab from './labs/Test-Lab.ts';
import checkpointSandbox from './sandbox/Checkpoint-Sandbox.ts';
import compareSandbox from './sandbox/Compare-Sandbox.ts';
import exportSandbox from './sandbox/Export-Sandbox.ts';
import getSandboxCheckpoint from './sandbox/Get-SandboxCheckpoint.ts';
import getSandboxClock from './sandbox/Get-SandboxClock.ts';
import getSandboxDnsRecord from './sandbox/Get-SandboxDnsRecord.ts';
import getSandboxDnsServer from './sandbox/Get-SandboxDnsServer.ts';
import getSandboxHistory from './sandbox/Get-SandboxHistory.ts';
import getSandboxHost from './sandbox/Get-SandboxHost.ts';
import getSandboxLink from './sandbox/Get-SandboxLink.ts';
import getSandboxMailboxItem from './sandbox/Get-SandboxMailboxItem.ts';
import getSandboxServer from './sandbox/Get-SandboxServer.ts';
import importSandbox from './sandbox/Import-Sandbox.ts';
import newSandboxDnsRecord from './sandbox/New-SandboxDnsRecord.ts';
import newSandboxHost from './sandbox/New-SandboxHost.ts';
import redoSandbox from './sandbox/Redo-Sandbox.ts';
import removeSandboxCheckpoint from './sandbox/Remove-SandboxCheckpoint.ts';
import removeSandboxDnsRecord from './sandbox/Remove-SandboxDnsRecord.ts';
import removeSandboxHost from './sandbox/Remove-SandboxHost.ts';
import resetSandbox from './sandbox/Reset-Sandbox.ts';
import restoreSandbox from './sandbox/Restore-Sandbox.ts';
import sendSandboxMessage from './sandbox/Send-SandboxMessage.ts';
import setSandboxClock from './sandbox/Set-SandboxClock.ts';
import setSandboxDnsRecord from './sandbox/Set-SandboxDnsRecord.ts';
import setSandboxDnsServer from './sandbox/Set-SandboxDnsServer.ts';
import setSandboxHost from './sandbox/Set-SandboxHost.ts';
import setSandboxLink from './sandbox/Set-SandboxLink.ts';
import setSandboxServer from './sandbox/Set-SandboxServer.ts';
import stepSandboxClock from './sandbox/Step-SandboxClock.ts';
import traceSandboxMessage from './sandbox/Trace-SandboxMessage.ts';
import undoSandbox from './sandbox/Undo-Sandbox.ts';
import watchSandboxQueue from './sandbox/Watch-SandboxQueue.ts';
import clearDnsClientCache from './windows/Clear-DnsClientCache.ts';
import getClusterNode from './windows/Get-ClusterNode.ts';
import getCounter from './windows/Get-Counter.ts';
import getEventLog from './windows/Get-EventLog.ts';
import getProcess from './windows/Get-Process.ts';
import getService from './windows/Get-Service.ts';
import getWinEvent from './windows/Get-WinEvent.ts';
import hostname from './windows/natives/hostname.ts';
import ipconfig from './windows/natives/ipconfig.ts';
import net from './windows/natives/net.ts';
import nslookup from './windows/natives/nslookup.ts';
import ping from './windows/natives/ping.ts';
import sc from './windows/natives/sc.ts';
import telnet from './windows/natives/telnet.ts';
import resolveDnsName from './windows/Resolve-DnsName.ts';
import restartService from './windows/Restart-Service.ts';
import resumeClusterNode from './windows/Resume-ClusterNode.ts';
import sendMailMessage from './windows/Send-MailMessage.ts';
import setService from './windows/Set-Service.ts';
import startService from './windows/Start-Service.ts';
import stopProcess from './windows/Stop-Process.ts';
import stopService from './windows/Stop-Service.ts';
import suspendClusterNode from './windows/Suspend-ClusterNode.ts';
import testNetConnection from './windows/Test-NetConnection.ts';

export const cmdlets: readonly CmdletDefinition[] = [
  convertFromCliXml,
  convertFromCsv,
  convertFromJson,
  convertFromSecureString,
  convertFromStringData,
  convertToCliXml,
  convertToCsv,
  convertToHtml,
  convertToJson,
  convertToSecureString,
  convertToXml,
  exportClixml,
  exportCsv,
  getClipboard,
  getCulture,
  getDate,
  getRandom,
  getSecureRandom,
  getTimeZone,
  getUICulture,
  getUptime,
  getVerb,
  importClixml,
  importCsv,
  importLocalizedData,
  importPowerShellDataFile,
  invokeRestMethod,
  invokeWebRequest,
  newGuid,
  newTimeSpan,
  selectXml,
  setClipboard,
  startSleep,
  testJson,
  addHistory,
  addPSSnapin,
  addType,
  clearHistory,
  clearHost,
  clearVariable,
  enterPSSession,
  exitPSSession,
  exportAlias,
  exportModuleMember,
  getAlias,
  getCommand,
  getCredential,
  getExecutionPolicy,
  getHelp,
  getHistory,
  getHost,
  getJob,
  getModule,
  getPSCallStack,
  getPSSession,
  getPSSnapin,
  getVariable,
  importAlias,
  importModule,
  importPSSession,
  invokeCommand,
  invokeExpression,
  invokeHistory,
  newAlias,
  newModule,
  newModuleManifest,
  newPSSession,
  newVariable,
  readHost,
  receiveJob,
  registerArgumentCompleter,
  removeAlias,
  removeJob,
  removeModule,
  removePSSession,
  removeVariable,
  setAlias,
  setExecutionPolicy,
  setPSDebug,
  setStrictMode,
  setVariable,
  startJob,
  startThreadJob,
  startTranscript,
  stopJob,
  stopTranscript,
  testModuleManifest,
  traceCommand,
  waitJob,
  addContent,
  clearContent,
  clearItem,
  clearItemProperty,
  convertPath,
  copyItem,
  copyItemProperty,
  getChildItem,
  getContent,
  getFileHash,
  getItem,
  getItemProperty,
  getItemPropertyValue,
  getLocation,
  getPSDrive,
  getPSProvider,
  invokeItem,
  joinPath,
  moveItem,
  moveItemProperty,
  newItem,
  newItemProperty,
  newPSDrive,
  newTemporaryFile,
  popLocation,
  pushLocation,
  removeItem,
  removeItemProperty,
  removePSDrive,
  renameItem,
  renameItemProperty,
  resolvePath,
  setContent,
  setItem,
  setItemProperty,
  setLocation,
  splitPath,
  testPath,
  unblockFile,
  addMember,
  compareObject,
  forEachObject,
  formatHex,
  getMember,
  getTypeData,
  getUnique,
  groupObject,
  joinString,
  measureCommand,
  measureObject,
  newObject,
  removeTypeData,
  selectObject,
  selectString,
  sortObject,
  updateTypeData,
  whereObject,
  writeDebug,
  writeError,
  writeHost,
  writeInformation,
  writeOutput,
  writeProgress,
  writeVerbose,
  writeWarning,
  formatCustom,
  formatList,
  formatTable,
  formatWide,
  getError,
  getFormatData,
  outDefault,
  outFile,
  outHost,
  outNull,
  outString,
  teeObject,
  updateFormatData,
  getADReplicationSite,
  getADReplicationSiteLink,
  newADReplicationSite,
  newADReplicationSiteLink,
  removeADReplicationSite,
  removeADReplicationSiteLink,
  setADReplicationSite,
  setADReplicationSiteLink,
  addADPermission,
  addDistributionGroupMember,
  addIPAllowListEntry,
  addIPAllowListProvider,
  addIPBlockListEntry,
  addIPBlockListProvider,
  addResubmitRequest,
  assembleMessage,
  disableJournalRule,
  disableMailbox,
  disableTransportAgent,
  disableTransportRule,
  dismountDatabase,
  enableExchangeCertificate,
  enableJournalRule,
  enableMailbox,
  enableTransportAgent,
  enableTransportRule,
  exportMessage,
  getADPermission,
  getADServerSettings,
  getADSite,
  getADSiteLink,
  getAcceptedDomain,
  getAgentLog,
  getContentFilterConfig,
  getDatabaseAvailabilityGroup,
  getDeliveryAgentConnector,
  getDistributionGroup,
  getDistributionGroupMember,
  getDynamicDistributionGroup,
  getEdgeSubscription,
  getEmailAddressPolicy,
  getEventLogLevel,
  getExchangeCertificate,
  getExchangeDiagnosticInfo,
  getExchangeServer,
  getForeignConnector,
  getFrontendTransportService,
  getHealthReport,
  getIPAllowListEntry,
  getIPAllowListProvider,
  getIPBlockListConfig,
  getIPBlockListEntry,
  getIPBlockListProvider,
  getJournalRule,
  getMailContact,
  getMailUser,
  getMailbox,
  getMailboxDatabase,
  getMailboxDatabaseCopyStatus,
  getMailboxServer,
  getMailboxTransportService,
  getMessage,
  getMessageTrackingLog,
  getMessageTrackingReport,
  getMoveRequest,
  getMoveRequestStatistics,
  getNetworkConnectionInfo,
  getOrganizationConfig,
  getQueue,
  getQueueDigest,
  getReceiveConnector,
  getRecipient,
  getRecipientFilterConfig,
  getRemoteDomain,
  getResubmitRequest,
  getRoutingGroupConnector,
  getSendConnector,
  getSenderFilterConfig,
  getSenderIdConfig,
  getServerComponentState,
  getServerHealth,
  getSystemMessage,
  getTransportAgent,
  getTransportConfig,
  getTransportPipeline,
  getTransportRule,
  getTransportRuleAction,
  getTransportRulePredicate,
  getTransportServer,
  getTransportService,
  getUser,
  getX400AuthoritativeDomain,
  installTransportAgent,
  mountDatabase,
  moveActiveMailboxDatabase,
  moveMailbox,
  newAcceptedDomain,
  newDeliveryAgentConnector,
  newDistributionGroup,
  newDynamicDistributionGroup,
  newEdgeSubscription,
  newEmailAddressPolicy,
  newExchangeCertificate,
  newForeignConnector,
  newJournalRule,
  newMailContact,
  newMailUser,
  newMailbox,
  newMailboxDatabase,
  newMoveRequest,
  newReceiveConnector,
  newRemoteDomain,
  newRoutingGroupConnector,
  newSendConnector,
  newSystemMessage,
  newTransportRule,
  newX400AuthoritativeDomain,
  redirectMessage,
  removeADPermission,
  removeAcceptedDomain,
  removeDeliveryAgentConnector,
  removeDistributionGroup,
  removeDistributionGroupMember,
  removeDynamicDistributionGroup,
  removeEdgeSubscription,
  removeEmailAddressPolicy,
  removeExchangeCertificate,
  removeForeignConnector,
  removeIPAllowListEntry,
  removeIPAllowListProvider,
  removeIPBlockListEntry,
  removeIPBlockListProvider,
  removeJournalRule,
  removeMailContact,
  removeMailUser,
  removeMailbox,
  removeMessage,
  removeMoveRequest,
  removeReceiveConnector,
  removeRemoteDomain,
  removeResubmitRequest,
  removeRoutingGroupConnector,
  removeSendConnector,
  removeSystemMessage,
  removeTransportRule,
  removeX400AuthoritativeDomain,
  resumeMailboxDatabaseCopy,
  resumeMessage,
  resumeMoveRequest,
  resumeQueue,
  retryQueue,
  searchMessageTrackingReport,
  setADServerSettings,
  setADSite,
  setADSiteLink,
  setAcceptedDomain,
  setContentFilterConfig,
  setDeliveryAgentConnector,
  setDistributionGroup,
  setDynamicDistributionGroup,
  setEmailAddressPolicy,
  setEventLogLevel,
  setExchangeServer,
  setForeignConnector,
  setFrontendTransportService,
  setIPAllowListProvider,
  setIPBlockListConfig,
  setIPBlockListProvider,
  setJournalRule,
  setMailContact,
  setMailUser,
  setMailbox,
  setMailboxDatabase,
  setMailboxServer,
  setMailboxTransportService,
  setOrganizationConfig,
  setReceiveConnector,
  setRecipientFilterConfig,
  setRemoteDomain,
  setResubmitRequest,
  setRoutingGroupConnector,
  setSendConnector,
  setSenderFilterConfig,
  setSenderIdConfig,
  setServerComponentState,
  setSystemMessage,
  setTransportAgent,
  setTransportConfig,
  setTransportRule,
  setTransportServer,
  setTransportService,
  setUser,
  startEdgeSynchronization,
  suspendMailboxDatabaseCopy,
  suspendMessage,
  suspendMoveRequest,
  suspendQueue,
  testEdgeSynchronization,
  testIPAllowListProvider,
  testIPBlockListProvider,
  testMailflow,
  testServiceHealth,
  testSmtpConnectivity,
  uninstallTransportAgent,
  updateDistributionGroupMember,
  updateEmailAddressPolicy,
  exportLabReport,
  getLab,
  getLabHint,
  newLab,
  setLabAnswer,
  startLab,
  stopLab,
  testLab,
  checkpointSandbox,
  compareSandbox,
  exportSandbox,
  getSandboxCheckpoint,
  getSandboxClock,
  getSandboxDnsRecord,
  getSandboxDnsServer,
  getSandboxHistory,
  getSandboxHost,
  getSandboxLink,
  getSandboxMailboxItem,
  getSandboxServer,
  importSandbox,
  newSandboxDnsRecord,
  newSandboxHost,
  redoSandbox,
  removeSandboxCheckpoint,
  removeSandboxDnsRecord,
  removeSandboxHost,
  resetSandbox,
  restoreSandbox,
  sendSandboxMessage,
  setSandboxClock,
  setSandboxDnsRecord,
  setSandboxDnsServer,
  setSandboxHost,
  setSandboxLink,
  setSandboxServer,
  stepSandboxClock,
  traceSandboxMessage,
  undoSandbox,
  watchSandboxQueue,
  clearDnsClientCache,
  getClusterNode,
  getCounter,
  getEventLog,
  getProcess,
  getService,
  getWinEvent,
  resolveDnsName,
  restartService,
  resumeClusterNode,
  sendMailMessage,
  setService,
  startService,
  stopProcess,
  stopService,
  suspendClusterNode,
  testNetConnection,
  hostname,
  ipconfig,
  net,
  nslookup,
  ping,
  sc,
  telnet,
];
