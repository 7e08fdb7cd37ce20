import type { MailTexts } from './en.ts'

export const sv: MailTexts = {
  hello: 'Hej {{name}}!',
  'hello.nobody': 'Hej!',
  automatic: 'Det här meddelandet skrevs av systemet hos {{office}}. Inget i det ser efter om det blir läst.',
  'link.copy': 'Om knappen inte fungerar, kopiera den här adressen till webbläsaren:',
  'test.subject': 'Testmeddelande från {{office}}',
  'test.text': 'Det här meddelandet visar att {{office}} kan skicka e-post. Inget behöver göras.',
  'invoice.subject': 'Faktura {{number}} från {{seller}}',
  'invoice.text':
    'Faktura {{number}} är bifogad, som PDF och som elektronisk faktura (XML). Där står hur och till när den ska betalas.',
  'credit-note.subject': 'Kreditfaktura {{number}} från {{seller}}',
  'credit-note.text': 'Kreditfaktura {{number}} är bifogad, som PDF och som elektroniskt dokument (XML).',
  'quote.subject': 'Offert från {{seller}}: {{title}}',
  'quote.text':
    'Här är offerten från {{seller}} för ”{{title}}”; den är bifogad som PDF. Via länken ser ni den och godtar eller avböjer den.\nDen som har länken kan svara i ert ställe: lämna den inte vidare.',
  'quote.action': 'Se offerten och svara',
  'dunning.subject': 'Obetalda fakturor från {{seller}}',
  'dunning.text':
    'Bifogat finns ett brev om fakturor som fortfarande är obetalda hos oss. Har ni betalat under tiden kan ni bortse från det.',
  'password.subject': 'Ett nytt lösenord för Samen',
  'password.text':
    'Någon bad om ett nytt lösenord för den här adressen. Via länken väljer du ett. Den fungerar en gång och i en timme.\nVar det inte du behöver du inte göra något: ditt lösenord är oförändrat.',
  'password.action': 'Välj ett nytt lösenord',
  'invitation.subject': '{{office}} bjuder in dig till Samen',
  'invitation.text':
    '{{office}} har skapat en inloggning åt dig. Via länken väljer du ditt lösenord. Den fungerar en gång och i 14 dagar.',
  'invitation.action': 'Välj ditt lösenord',
  'wage-paid.subject': 'Din lön är betald',
  'wage-paid.text':
    'En lön till dig har lämnat vår bank. Dina sidor visar hur mycket och varför; av hänsyn till dig står inget belopp här.\nPå dina sidor säger du också till om du inte vill ha de här meddelandena.',
  'wage-paid.action': 'Se dina lönebesked',
  'wage-returned.subject': 'En lön till dig kom tillbaka från banken',
  'wage-returned.text':
    'Banken kunde inte lämna fram en lön till dig. Se på dina sidor vad som hände och ge kontoret rätt konto. Skicka inget kontonummer med e-post.',
  'wage-returned.action': 'Se vad som hände',
}
