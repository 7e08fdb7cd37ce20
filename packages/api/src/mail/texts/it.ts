import type { MailTexts } from './en.ts'

export const it: MailTexts = {
  hello: 'Buongiorno {{name}},',
  'hello.nobody': 'Buongiorno,',
  automatic:
    'Questo messaggio è stato scritto dal sistema di {{office}}. Nulla al suo interno osserva se viene letto.',
  'link.copy': 'Se il pulsante non funziona, serve questo indirizzo nel browser:',
  'test.subject': 'Messaggio di prova di {{office}}',
  'test.text': 'Questo messaggio mostra che {{office}} può inviare e-mail. Non c’è nulla da fare.',
  'invoice.subject': 'Fattura {{number}} di {{seller}}',
  'invoice.text':
    'In allegato la fattura {{number}}, in PDF e come fattura elettronica (XML). Vi si legge come e fino a quando pagarla.',
  'credit-note.subject': 'Nota di credito {{number}} di {{seller}}',
  'credit-note.text': 'In allegato la nota di credito {{number}}, in PDF e come documento elettronico (XML).',
  'quote.subject': 'Preventivo di {{seller}}: {{title}}',
  'quote.text':
    'Ecco il preventivo di {{seller}} per «{{title}}»; è allegato in PDF. Con il link lo vede e lo accetta o lo rifiuta.\nChi ha il link può rispondere al suo posto: non lo inoltri.',
  'quote.action': 'Vedere il preventivo e rispondere',
  'dunning.subject': 'Fatture aperte di {{seller}}',
  'dunning.text':
    'In allegato una lettera su fatture ancora aperte. Se nel frattempo le ha pagate, non ne tenga conto.',
  'password.subject': 'Una nuova password per Samen',
  'password.text':
    'Qualcuno ha chiesto una nuova password per questo indirizzo. Con il link ne scegli una. Funziona una volta e per un’ora.\nSe la richiesta non è tua, non devi fare nulla: la password resta quella di prima.',
  'password.action': 'Scegliere una nuova password',
  'invitation.subject': '{{office}} ti invita in Samen',
  'invitation.text':
    '{{office}} ha creato un accesso per te. Con il link scegli la tua password. Funziona una volta e per 14 giorni.',
  'invitation.action': 'Scegliere la password',
  'wage-paid.subject': 'Il tuo stipendio è stato pagato',
  'wage-paid.text':
    'Un tuo stipendio ha lasciato la nostra banca. Le tue pagine mostrano quanto e perché; per la tua riservatezza qui non c’è alcun importo.\nNelle tue pagine puoi anche dire che non desideri questi avvisi.',
  'wage-paid.action': 'Vedere le buste paga',
  'wage-returned.subject': 'Un tuo stipendio è tornato dalla banca',
  'wage-returned.text':
    'La banca non ha potuto consegnare un tuo stipendio. Guarda nelle tue pagine che cosa è successo e indica all’ufficio il conto giusto. Non mandare numeri di conto per e-mail.',
  'wage-returned.action': 'Vedere che cosa è successo',
}
