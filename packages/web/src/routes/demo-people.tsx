import { useTranslation } from 'react-i18next'

export interface DemoPerson {
  readonly email: string
  readonly name: string
  readonly givenName: string
  readonly password: string
  readonly office: string
  readonly role: string
}

const ROLES = ['member', 'staff', 'approver', 'finance'] as const

interface DemoPeopleProps {
  readonly signIns: readonly DemoPerson[]
  readonly disabled: boolean
  readonly onChoose: (person: DemoPerson) => void
}

/** Who there is to come in as: a line an office, a column a role; on a narrow screen each office's people below its name. */
export function DemoPeople({ signIns, disabled, onChoose }: DemoPeopleProps) {
  const { t } = useTranslation()
  const offices = [...new Set(signIns.map(({ office }) => office))]
  const nameOf = (office: string) => t(`offices.${office}`, { defaultValue: office.toUpperCase() })
  return (
    <section className="demo stack" aria-labelledby="demo-title">
      <h3 id="demo-title">{t('signIn.demo')}</h3>
      <p className="small soft">{t('signIn.demoMeaning')}</p>
      <table className="demo-people">
        <thead>
          <tr>
            <th scope="col">
              <span className="unseen">{t('signIn.office')}</span>
            </th>
            {ROLES.map((role) => (
              <th key={role} scope="col">
                {t(`roles.${role}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {offices.map((office) => (
            <tr key={office}>
              <th scope="row">{nameOf(office)}</th>
              {ROLES.map((role) => {
                const people = signIns.filter((one) => one.office === office && one.role === role)
                const roleText = t(`roles.${role}`)
                return (
                  <td key={role}>
                    {people.map((person) => (
                      <button
                        key={person.email}
                        type="button"
                        disabled={disabled}
                        title={person.name}
                        aria-label={t('signIn.person', {
                          name: person.name,
                          role: roleText,
                          office: nameOf(office),
                        })}
                        onClick={() => onChoose(person)}
                      >
                        {person.givenName}
                        <span className="demo-role">{roleText}</span>
                      </button>
                    ))}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
