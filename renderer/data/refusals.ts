/**
 * Who tells a person that an act was refused. The frame says how, once (app/main.tsx): reading and acting know no message
 * on the screen.
 */
import type { DoorError } from '#shared/api/envelope.ts'

type Teller = (error: DoorError) => void

let tell: Teller = () => {}

export function tellRefusalsBy(teller: Teller): void {
  tell = teller
}

export function tellRefusal(error: DoorError): void {
  tell(error)
}
