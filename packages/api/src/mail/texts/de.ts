import type { MailTexts } from './en.ts'

export const de: MailTexts = {
  hello: 'Guten Tag {{name}},',
  'hello.nobody': 'Guten Tag,',
  automatic:
    'Diese Nachricht hat das System von {{office}} geschrieben. Nichts darin beobachtet, ob Sie sie lesen.',
  'link.copy': 'Wenn die Schaltfläche nicht geht, kopieren Sie diese Adresse in Ihren Browser:',
  'test.subject': 'Probenachricht von {{office}}',
  'test.text': 'Diese Nachricht zeigt, dass {{office}} E-Mails senden kann. Sie müssen nichts tun.',
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
    'Jemand hat für diese Adresse ein neues Passwort verlangt. Über den Link wählen Sie eines. Er gilt einmal und eine Stunde lang.\nWaren Sie es nicht, müssen Sie nichts tun: Ihr Passwort bleibt, wie es ist.',
  'password.action': 'Neues Passwort wählen',
  'invitation.subject': '{{office}} lädt Sie zu Samen ein',
  'invitation.text':
    '{{office}} hat für Sie einen Zugang angelegt. Über den Link wählen Sie Ihr Passwort. Er gilt einmal und 14 Tage lang.',
  'invitation.action': 'Passwort wählen',
  'wage-paid.subject': 'Ihr Lohn ist bezahlt',
  'wage-paid.text':
    'Ein Lohn von Ihnen hat unsere Bank verlassen. Ihre Seiten zeigen, wie viel und warum; zu Ihrem Schutz steht hier kein Betrag.\nDort sagen Sie auch, wenn Sie diese Nachricht nicht wünschen.',
  'wage-paid.action': 'Abrechnungen ansehen',
  'wage-returned.subject': 'Ein Lohn von Ihnen kam von der Bank zurück',
  'wage-returned.text':
    'Die Bank konnte einen Lohn von Ihnen nicht zustellen. Bitte sehen Sie in Ihren Seiten, was geschah, und nennen Sie dem Büro das richtige Konto. Senden Sie keine Kontonummer per E-Mail.',
  'wage-returned.action': 'Ansehen, was geschah',
}
