import type { MailTexts } from './en.ts'

export const es: MailTexts = {
  hello: 'Hola, {{name}}:',
  'hello.nobody': 'Buenos días:',
  automatic: 'Este mensaje lo ha escrito el sistema de {{office}}. Nada en él observa si usted lo lee.',
  'link.copy': 'Si el botón no funciona, copie esta dirección en su navegador:',
  'test.subject': 'Mensaje de prueba de {{office}}',
  'test.text': 'Este mensaje muestra que {{office}} puede enviar correo. No tiene que hacer nada.',
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
    'Alguien ha pedido una nueva contraseña para esta dirección. Con el enlace puede elegirla. Funciona una vez y durante una hora.\nSi no ha sido usted, no tiene que hacer nada: su contraseña sigue siendo la misma.',
  'password.action': 'Elegir una nueva contraseña',
  'invitation.subject': '{{office}} le invita a Samen',
  'invitation.text':
    '{{office}} le ha abierto un acceso. Con el enlace puede elegir su contraseña. Funciona una vez y durante 14 días.',
  'invitation.action': 'Elegir su contraseña',
  'wage-paid.subject': 'Su salario está pagado',
  'wage-paid.text':
    'Un salario suyo ha salido de nuestro banco. Sus páginas muestran cuánto y por qué; por su privacidad aquí no figura ningún importe.\nEn sus páginas también puede indicar que no quiere estos avisos.',
  'wage-paid.action': 'Ver sus nóminas',
  'wage-returned.subject': 'Un salario suyo ha sido devuelto por el banco',
  'wage-returned.text':
    'El banco no pudo entregar un salario suyo. Vea en sus páginas qué ha pasado e indique a la oficina la cuenta correcta. No envíe números de cuenta por correo.',
  'wage-returned.action': 'Ver qué ha pasado',
}
