/** Where no dialog of the system can ask: the drives and shares found on this machine, one of which gets the second copies. */
import { useState } from 'react'
import type { DialogProps } from '../../app/open-dialog.ts'
import { act, useRead } from '../../data/queries.ts'
import { Reading } from '../../ui/blocks.tsx'
import { Button } from '../../ui/button.tsx'
import { DialogFrame } from '../../ui/dialogs/dialog.tsx'
import { RadioList } from '../../ui/fields/choice.tsx'
import { PLACE_WORDS as W } from './text.ts'

export function SecondPlaceDialog({ close }: DialogProps<'second-place'>) {
  const [placeId, setPlaceId] = useState<string | null>(null)
  const read = useRead('copies.places', {}, { keep: false })
  const choose = async () => {
    if (placeId === null) return
    const answer = await act('copies.setSecond', { placeId })
    if (answer.ok) close()
  }
  return (
    <DialogFrame
      title={W.title}
      width={540}
      onClose={close}
      hint={W.hint}
      actions={<Button onPress={() => void read.refetch()}>{W.again}</Button>}
      primary={{ label: W.action, onPress: () => void choose(), isDisabled: placeId === null }}
    >
      <Reading read={read}>
        {(places) =>
          places.length === 0 ? (
            <p>{W.none}</p>
          ) : (
            <RadioList
              label={W.label}
              value={placeId}
              onChange={setPlaceId}
              options={places.map((place) => ({ value: place.id, label: place.folder }))}
            />
          )
        }
      </Reading>
    </DialogFrame>
  )
}
