export const en = {
  hello: 'Hello {{name}},',
  'hello.nobody': 'Hello,',
  automatic:
    'This message was written by {{office}}’s system. There is nothing in it that watches whether you read it.',
  'link.copy': 'If the button does not work, copy this address into your browser:',
  'test.subject': 'Test message of {{office}}',
  'test.text': 'This message shows that {{office}} can send e-mail. You need not do anything.',
  'invoice.subject': 'Invoice {{number}} of {{seller}}',
  'invoice.text':
    'Invoice {{number}} is attached, as PDF and as an electronic invoice (XML). How and until when it is paid stands in it.',
  'credit-note.subject': 'Credit note {{number}} of {{seller}}',
  'credit-note.text': 'Credit note {{number}} is attached, as PDF and as an electronic document (XML).',
  'quote.subject': 'Offer of {{seller}}: {{title}}',
  'quote.text':
    'Here is the offer of {{seller}} for “{{title}}”; it is attached as PDF. By the link you see it and accept or decline it.\nWhoever has the link can answer in your place: please do not pass it on.',
  'quote.action': 'See the offer and answer',
  'dunning.subject': 'Open invoices of {{seller}}',
  'dunning.text':
    'Attached is a letter about invoices that are still open with us. If you have paid them meanwhile, please take no notice of it.',
  'password.subject': 'A new password for Samen',
  'password.text':
    'Somebody asked for a new password for this address. By the link you choose one. It works once and for one hour.\nIf it was not you, you need not do anything: your password stays as it is.',
  'password.action': 'Choose a new password',
  'invitation.subject': '{{office}} invites you to Samen',
  'invitation.text':
    '{{office}} has made you a sign-in. By the link you choose your password. It works once and for 14 days.',
  'invitation.action': 'Choose your password',
  'wage-paid.subject': 'Your wage was paid',
  'wage-paid.text':
    'A wage of yours has left our bank. Your pages show how much and why; for your privacy no amount stands in this message.\nIn your pages you also say if you do not want this news.',
  'wage-paid.action': 'See your payslips',
  'wage-returned.subject': 'A wage of yours came back from the bank',
  'wage-returned.text':
    'The bank could not deliver a wage of yours. Please see in your pages what happened and tell the office the right account. Do not send an account number by e-mail.',
  'wage-returned.action': 'See what happened',
} as const

export type MailTexts = Readonly<Record<keyof typeof en, string>>
