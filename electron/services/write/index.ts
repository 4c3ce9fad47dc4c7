/** Every channel that changes the dossier, each with its use case. */

import type { writeChannels } from '#shared/api/channels/write.ts'
import type { Output, Parsed } from '#shared/api/contract.ts'
import type { Service } from '../service.ts'
import { saveBudget, saveDedicatedFunds } from './accounts.ts'
import { answerDeadline, clearAnswer, writeSetting } from './answers.ts'
import { newAgreement, newContract, newPosition, saveScale } from './compose.ts'
import { allocatePayment, recordPayment } from './payment.ts'
import { remove, save, writeCells } from './save.ts'

export const writeServices: {
  readonly [C in keyof typeof writeChannels]: Service<Parsed<C>, Output<C>>
} = {
  'write.save': save,
  'write.delete': remove,
  'write.cells': writeCells,
  'write.newPosition': newPosition,
  'write.newContract': newContract,
  'write.newAgreement': newAgreement,
  'write.recordPayment': recordPayment,
  'write.dedicatedFunds': saveDedicatedFunds,
  'write.budget': saveBudget,
  'write.allocatePayment': allocatePayment,
  'write.aidScale': saveScale,
  'write.answerDeadline': answerDeadline,
  'write.clearAnswer': clearAnswer,
  'write.setting': writeSetting,
  'write.undo': ({ dossier }) => dossier.undo(),
  'write.redo': ({ dossier }) => dossier.redo(),
}
