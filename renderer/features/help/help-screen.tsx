/** Aide: one page per screen, beside each other; the page of the screen one comes from is open first. */

import { french } from '#shared/text/french.ts'
import { openDialog } from '../../app/open-dialog.ts'
import type { ScreenProps } from '../../app/routes.ts'
import { currentRoute, navigate } from '../../app/routes.ts'
import { useFileStatus } from '../../data/queries.ts'
import { Button } from '../../ui/button.tsx'
import { SideLink, SideList } from '../../ui/lists/side-list.tsx'
import { LICENCES } from './licences.ts'
import { HELP_WORDS as W } from './text.ts'
import { TOPICS, topicOf } from './topics.ts'
import './help.css'

export function HelpScreen({ route }: ScreenProps<'help'>) {
  const topic = topicOf(route.topic)
  const open = useFileStatus()?.open ?? false
  return (
    <SideList
      title={W.title}
      label={W.list}
      className="help"
      links={TOPICS.map((each) => (
        <SideLink
          key={each.id}
          title={each.title}
          isCurrent={each === topic}
          onPress={() =>
            navigate({ screen: 'help', topic: each.id }, { replace: currentRoute().screen === 'help' })
          }
        />
      ))}
    >
      <article className="help-page" data-area={topic.title}>
        <h2>{topic.title}</h2>
        <p className="lead">{french(topic.lead)}</p>
        {topic.steps.length > 0 && (
          <ol>
            {topic.steps.map((step) => (
              <li key={step}>{french(step)}</li>
            ))}
          </ol>
        )}
        {topic.notes.length > 0 && (
          <dl>
            {topic.notes.map(([question, answer]) => (
              <div key={question}>
                <dt>{french(question)}</dt>
                <dd>{french(answer)}</dd>
              </div>
            ))}
          </dl>
        )}
        {topic.keys.length > 0 && (
          <table className="mini">
            <caption>{W.keys}</caption>
            <tbody>
              {topic.keys.map(([keys, what]) => (
                <tr key={keys}>
                  <th scope="row">
                    <kbd>{keys}</kbd>
                  </th>
                  <td>{french(what)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <details>
          <summary>{W.licences}</summary>
          <p className="mut">{W.licencesIntro}</p>
          <ul className="sm">
            {LICENCES.map(([name, version, licence]) => (
              <li key={`${name} ${version}`}>
                {name} {version} : {licence}
              </li>
            ))}
          </ul>
        </details>
        <div className="help-actions">
          <Button onPress={() => openDialog({ kind: 'shortcuts' })}>{W.allKeys}</Button>
          <Button onPress={() => (open ? window.history.back() : navigate({ screen: 'welcome' }))}>
            {W.back}
          </Button>
        </div>
      </article>
    </SideList>
  )
}
