/** Réglages: what stays on this machine, and what the dossier carries (reminders, figures, scales, structures). */
import type { ReactNode } from 'react'
import type { ScreenProps } from '../../app/routes.ts'
import { formatRoute, navigate } from '../../app/routes.ts'
import { SideLink, SideList } from '../../ui/lists/side-list.tsx'
import { BackupSettings } from './backup-settings.tsx'
import { DisplaySettings } from './display-settings.tsx'
import { EmployerSettings } from './employer-settings.tsx'
import { FigureSettings } from './figures/figure-settings.tsx'
import { ScaleSettings } from './figures/scale-settings.tsx'
import { ReminderSettings } from './reminder-settings.tsx'
import { SETTINGS_WORDS as W } from './text.ts'
import './settings.css'

const SECTIONS = ['display', 'reminders', 'figures', 'scales', 'employers', 'backups'] as const
type Section = (typeof SECTIONS)[number]

export function SettingsScreen({ route }: ScreenProps<'settings'>) {
  const section = SECTIONS.find((each) => each === route.topic) ?? 'display'
  return (
    <SideList
      title={W.title}
      label={W.list}
      className="settings"
      links={
        <>
          {SECTIONS.map((each) => (
            <SideLink
              key={each}
              title={W.sections[each]}
              detail={W.details[each]}
              isCurrent={each === section}
              onPress={() => navigate({ screen: 'settings', topic: each })}
            />
          ))}
          <p className="set-also">
            <a href={formatRoute({ screen: 'calculators' })}>{W.calculators}</a>
            <a href={formatRoute({ screen: 'help' })}>{W.help}</a>
          </p>
        </>
      }
    >
      <section className="set-pane" aria-labelledby="set-title" data-area={W.sections[section]}>
        <h2 id="set-title">{W.sections[section]}</h2>
        {CONTENT[section]()}
      </section>
    </SideList>
  )
}

const CONTENT: Readonly<Record<Section, () => ReactNode>> = {
  display: () => <DisplaySettings />,
  reminders: () => <ReminderSettings />,
  figures: () => <FigureSettings />,
  scales: () => <ScaleSettings />,
  employers: () => <EmployerSettings />,
  backups: () => <BackupSettings />,
}
