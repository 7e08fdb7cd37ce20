import type { MailTexts } from './en.ts'

export const de: MailTexts = {
  hello: 'Guten Tag {{name}},',
  'hello.nobody': 'Guten Tag,',
  automatic:
    'Diese Nachricht hat das System von {{office}} geschrieben. Nichts darin beobachtet, ob sie gelesen wird.',
  'link.copy': 'Wenn die Schaltfläche nicht geht, hilft diese Adresse im Browser:',
  'test.subject': 'Probenachricht von {{office}}',
  'test.text': 'Diese Nachricht zeigt, dass {{office}} E-Mails senden kann. Es ist nichts zu tun.',
  'invoice.subject': 'Rechnung {{number}} von {{seller}}',
  'invoice.text':
    'Die Rechnung {{number}} liegt bei, als PDF und als elektronische Rechnung (XML). Wie und bis wann sie zu zahlen ist, steht darin.',
  'credit-note.subject': 'Rechnungskorrektur {{number}} von {{seller}}',
  'credit-note.text':
    'Die Rechnungskorrektur {{number}} liegt bei, als PDF und als elektronisches Dokument (XML).',
  'quote.subject': 'Angebot von {{seller}}: {{title}}',
  'quote.text':
    'Hier ist das Angebot von {{seller}} für „{{title}}“; es liegt als PDF bei. Über den Link sehen Sie es und nehmen es an oder lehnen es ab.\nWer den Link hat, kann an Ihrer Stelle antworten: Bitte geben Sie ihn nicht weiter.',
  'quote.action': 'Angebot ansehen und antworten',
  'dunning.subject': 'Offene Rechnungen von {{seller}}',
  'dunning.text':
    'Beiliegend ein Schreiben zu Rechnungen, die bei uns noch offen sind. Haben Sie inzwischen gezahlt, betrachten Sie es bitte als gegenstandslos.',
  'password.subject': 'Ein neues Passwort für Samen',
  'password.text':
    'Jemand hat für diese Adresse ein neues Passwort verlangt. Über den Link wählst du eines. Er gilt einmal und eine Stunde lang.\nWarst du es nicht, musst du nichts tun: Dein Passwort bleibt, wie es ist.',
  'password.action': 'Neues Passwort wählen',
  'invitation.subject': '{{office}} lädt dich zu Samen ein',
  'invitation.text':
    '{{office}} hat für dich einen Zugang angelegt. Über den Link wählst du dein Passwort. Er gilt einmal und 14 Tage lang.',
  'invitation.action': 'Passwort wählen',
  'wage-paid.subject': 'Dein Lohn ist bezahlt',
  'wage-paid.text':
    'Ein Lohn von dir hat unsere Bank verlassen. Deine Seiten zeigen, wie viel und warum; zu deinem Schutz steht hier kein Betrag.\nDort sagst du auch, wenn du diese Nachricht nicht wünschst.',
  'wage-paid.action': 'Abrechnungen ansehen',
  'wage-returned.subject': 'Ein Lohn von dir kam von der Bank zurück',
  'wage-returned.text':
    'Die Bank konnte einen Lohn von dir nicht zustellen. Bitte sieh in deinen Seiten nach, was geschah, und nenne dem Büro das richtige Konto. Sende keine Kontonummer per E-Mail.',
  'wage-returned.action': 'Ansehen, was geschah',
}
