import type { MailTexts } from './en.ts'

export const es: MailTexts = {
  hello: 'Hola, {{name}}:',
  'hello.nobody': 'Buenos días:',
  automatic: 'Este mensaje lo ha escrito el sistema de {{office}}. Nada en él observa si se lee.',
  'link.copy': 'Si el botón no funciona, sirve esta dirección en el navegador:',
  'test.subject': 'Mensaje de prueba de {{office}}',
  'test.text': 'Este mensaje muestra que {{office}} puede enviar correo. No hay que hacer nada.',
  'invoice.subject': 'Factura {{number}} de {{seller}}',
  'invoice.text':
    'Adjuntamos la factura {{number}}, en PDF y como factura electrónica (XML). En ella se indica cómo y hasta cuándo se paga.',
  'credit-note.subject': 'Factura rectificativa {{number}} de {{seller}}',
  'credit-note.text':
    'Adjuntamos la factura rectificativa {{number}}, en PDF y como documento electrónico (XML).',
  'quote.subject': 'Presupuesto de {{seller}}: {{title}}',
  'quote.text':
    'Este es el presupuesto de {{seller}} para «{{title}}»; va adjunto en PDF. Con el enlace puede verlo y aceptarlo o rechazarlo.\nQuien tenga el enlace puede responder en su lugar: no lo reenvíe.',
  'quote.action': 'Ver el presupuesto y responder',
  'dunning.subject': 'Facturas pendientes de {{seller}}',
  'dunning.text':
    'Adjuntamos una carta sobre facturas que siguen pendientes. Si ya las ha pagado, no la tenga en cuenta.',
  'password.subject': 'Una nueva contraseña para Samen',
  'password.text':
    'Alguien ha pedido una nueva contraseña para esta dirección. Con el enlace puedes elegirla. Funciona una vez y durante una hora.\nSi no has sido tú, no tienes que hacer nada: tu contraseña sigue siendo la misma.',
  'password.action': 'Elegir una nueva contraseña',
  'invitation.subject': '{{office}} te invita a Samen',
  'invitation.text':
    '{{office}} te ha abierto un acceso. Con el enlace puedes elegir tu contraseña. Funciona una vez y durante 14 días.',
  'invitation.action': 'Elegir tu contraseña',
  'wage-paid.subject': 'Tu salario está pagado',
  'wage-paid.text':
    'Un salario tuyo ha salido de nuestro banco. Tus páginas muestran cuánto y por qué; por tu privacidad aquí no figura ningún importe.\nEn tus páginas también puedes indicar que no quieres estos avisos.',
  'wage-paid.action': 'Ver tus nóminas',
  'wage-returned.subject': 'Un salario tuyo ha sido devuelto por el banco',
  'wage-returned.text':
    'El banco no pudo entregar un salario tuyo. Mira en tus páginas qué ha pasado e indica a la oficina la cuenta correcta. No envíes números de cuenta por correo.',
  'wage-returned.action': 'Ver qué ha pasado',
}
