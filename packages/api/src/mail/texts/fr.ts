import type { MailTexts } from './en.ts'

export const fr: MailTexts = {
  hello: 'Bonjour {{name}},',
  'hello.nobody': 'Bonjour,',
  automatic: 'Ce message a été écrit par le système de {{office}}. Il ne contient aucun traceur.',
  'link.copy': 'Si le bouton ne fonctionne pas, copiez cette adresse dans votre navigateur :',
  'test.subject': 'Message d’essai de {{office}}',
  'test.text': 'Ce message montre que {{office}} peut envoyer des e-mails. Vous n’avez rien à faire.',
  'invoice.subject': 'Facture {{number}} de {{seller}}',
  'invoice.text':
    'La facture {{number}} est jointe, en PDF et en facture électronique (XML). Elle dit comment et jusqu’à quand la payer.',
  'credit-note.subject': 'Note de crédit {{number}} de {{seller}}',
  'credit-note.text': 'La note de crédit {{number}} est jointe, en PDF et en document électronique (XML).',
  'quote.subject': 'Devis de {{seller}} : {{title}}',
  'quote.text':
    'Voici le devis de {{seller}} pour « {{title}} » ; il est joint en PDF. Le lien permet de le voir et de l’accepter ou de le refuser.\nQui a le lien peut répondre à votre place : ne le transmettez pas.',
  'quote.action': 'Voir le devis et répondre',
  'dunning.subject': 'Factures impayées de {{seller}}',
  'dunning.text':
    'Vous trouverez ci-joint une lettre au sujet de factures encore ouvertes chez nous. Si vous les avez payées entre-temps, n’en tenez pas compte.',
  'password.subject': 'Un nouveau mot de passe pour Samen',
  'password.text':
    'Quelqu’un a demandé un nouveau mot de passe pour cette adresse. Le lien permet d’en choisir un. Il fonctionne une fois, pendant une heure.\nSi ce n’était pas vous, vous n’avez rien à faire : votre mot de passe reste le même.',
  'password.action': 'Choisir un nouveau mot de passe',
  'invitation.subject': '{{office}} vous invite dans Samen',
  'invitation.text':
    '{{office}} vous a ouvert un accès. Le lien permet de choisir votre mot de passe. Il fonctionne une fois, pendant 14 jours.',
  'invitation.action': 'Choisir votre mot de passe',
  'wage-paid.subject': 'Votre salaire est payé',
  'wage-paid.text':
    'Un de vos salaires a quitté notre banque. Vos pages montrent combien et pourquoi ; pour votre vie privée, aucun montant ne figure ici.\nVos pages permettent aussi de ne plus recevoir ces nouvelles.',
  'wage-paid.action': 'Voir vos fiches de paie',
  'wage-returned.subject': 'Un de vos salaires est revenu de la banque',
  'wage-returned.text':
    'La banque n’a pas pu remettre un de vos salaires. Voyez dans vos pages ce qui s’est passé et indiquez le bon compte au bureau. N’envoyez pas de numéro de compte par e-mail.',
  'wage-returned.action': 'Voir ce qui s’est passé',
}
