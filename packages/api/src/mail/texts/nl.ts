import type { MailTexts } from './en.ts'

export const nl: MailTexts = {
  hello: 'Dag {{name}},',
  'hello.nobody': 'Goedendag,',
  automatic:
    'Dit bericht is geschreven door het systeem van {{office}}. Het bericht volgt niet of u het leest.',
  'link.copy': 'Werkt de knop niet, kopieer dan dit adres in uw browser:',
  'test.subject': 'Testbericht van {{office}}',
  'test.text': 'Dit bericht toont dat {{office}} e-mail kan versturen. U hoeft niets te doen.',
  'invoice.subject': 'Factuur {{number}} van {{seller}}',
  'invoice.text':
    'In de bijlage vindt u factuur {{number}}, als pdf en als elektronische factuur (XML). Hoe en tot wanneer u betaalt, staat erin.',
  'credit-note.subject': 'Creditnota {{number}} van {{seller}}',
  'credit-note.text':
    'In de bijlage vindt u creditnota {{number}}, als pdf en als elektronisch document (XML).',
  'quote.subject': 'Offerte van {{seller}}: {{title}}',
  'quote.text':
    'Hier is de offerte van {{seller}} voor “{{title}}”; ze zit als pdf in de bijlage. Via de link bekijkt u ze en aanvaardt of weigert u ze.\nWie de link heeft, kan in uw plaats antwoorden: geef hem niet door.',
  'quote.action': 'Offerte bekijken en antwoorden',
  'dunning.subject': 'Openstaande facturen van {{seller}}',
  'dunning.text':
    'In de bijlage vindt u een brief over facturen die bij ons nog openstaan. Hebt u ze intussen betaald, dan mag u deze brief als niet verzonden beschouwen.',
  'password.subject': 'Een nieuw wachtwoord voor Samen',
  'password.text':
    'Iemand vroeg een nieuw wachtwoord voor dit adres. Via de link kiest u er een. Hij werkt één keer en één uur lang.\nWas u het niet, dan hoeft u niets te doen: uw wachtwoord blijft wat het is.',
  'password.action': 'Nieuw wachtwoord kiezen',
  'invitation.subject': '{{office}} nodigt u uit in Samen',
  'invitation.text':
    '{{office}} heeft een aanmelding voor u gemaakt. Via de link kiest u uw wachtwoord. Hij werkt één keer en 14 dagen lang.',
  'invitation.action': 'Uw wachtwoord kiezen',
  'wage-paid.subject': 'Uw loon is betaald',
  'wage-paid.text':
    'Een loon van u is bij onze bank vertrokken. Uw pagina’s tonen hoeveel en waarom; om uw privacy staat hier geen bedrag.\nIn uw pagina’s zegt u ook of u dit nieuws niet wilt.',
  'wage-paid.action': 'Uw loonbrieven bekijken',
  'wage-returned.subject': 'Een loon van u kwam terug van de bank',
  'wage-returned.text':
    'De bank kon een loon van u niet bezorgen. Kijk in uw pagina’s wat er gebeurde en zeg het kantoor de juiste rekening. Stuur geen rekeningnummer per e-mail.',
  'wage-returned.action': 'Bekijken wat er gebeurde',
}
