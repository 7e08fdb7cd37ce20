import type { MailTexts } from './en.ts'

export const it: MailTexts = {
  hello: 'Buongiorno {{name}},',
  'hello.nobody': 'Buongiorno,',
  automatic:
    'Questo messaggio è stato scritto dal sistema di {{office}}. Nulla al suo interno osserva se lei lo legge.',
  'link.copy': 'Se il pulsante non funziona, copi questo indirizzo nel browser:',
  'test.subject': 'Messaggio di prova di {{office}}',
  'test.text': 'Questo messaggio mostra che {{office}} può inviare e-mail. Non deve fare nulla.',
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
    'Qualcuno ha chiesto una nuova password per questo indirizzo. Con il link ne sceglie una. Funziona una volta e per un’ora.\nSe non è stato lei, non deve fare nulla: la password resta quella di prima.',
  'password.action': 'Scegliere una nuova password',
  'invitation.subject': '{{office}} la invita in Samen',
  'invitation.text':
    '{{office}} ha creato un accesso per lei. Con il link sceglie la sua password. Funziona una volta e per 14 giorni.',
  'invitation.action': 'Scegliere la password',
  'wage-paid.subject': 'Il suo stipendio è stato pagato',
  'wage-paid.text':
    'Un suo stipendio ha lasciato la nostra banca. Le sue pagine mostrano quanto e perché; per la sua riservatezza qui non c’è alcun importo.\nNelle sue pagine può anche dire che non desidera questi avvisi.',
  'wage-paid.action': 'Vedere le buste paga',
  'wage-returned.subject': 'Un suo stipendio è tornato dalla banca',
  'wage-returned.text':
    'La banca non ha potuto consegnare un suo stipendio. Veda nelle sue pagine che cosa è successo e indichi all’ufficio il conto giusto. Non mandi numeri di conto per e-mail.',
  'wage-returned.action': 'Vedere che cosa è successo',
}
