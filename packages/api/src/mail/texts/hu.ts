import type { MailTexts } from './en.ts'

export const hu: MailTexts = {
  hello: 'Jó napot, {{name}}!',
  'hello.nobody': 'Jó napot!',
  automatic: 'Ezt az üzenetet a(z) {{office}} rendszere írta. Semmi sem figyeli benne, hogy elolvassák-e.',
  'link.copy': 'Ha a gomb nem működik, ez a cím a böngészőben segít:',
  'test.subject': 'Próbaüzenet: {{office}}',
  'test.text': 'Ez az üzenet azt mutatja, hogy a(z) {{office}} tud e-mailt küldeni. Nincs teendő.',
  'invoice.subject': '{{number}} számú számla – {{seller}}',
  'invoice.text':
    'Mellékeljük a(z) {{number}} számú számlát PDF-ben és elektronikus számlaként (XML). A fizetés módja és határideje a számlán áll.',
  'credit-note.subject': '{{number}} számú helyesbítő számla – {{seller}}',
  'credit-note.text':
    'Mellékeljük a(z) {{number}} számú helyesbítő számlát PDF-ben és elektronikus dokumentumként (XML).',
  'quote.subject': 'Ajánlat: {{title}} – {{seller}}',
  'quote.text':
    'Itt találja a(z) {{seller}} ajánlatát: „{{title}}”; PDF-ben mellékeljük. A hivatkozáson megnézheti, és elfogadhatja vagy elutasíthatja.\nAkinél a hivatkozás van, Ön helyett válaszolhat: kérjük, ne adja tovább.',
  'quote.action': 'Ajánlat megtekintése és válasz',
  'dunning.subject': 'Nyitott számlák – {{seller}}',
  'dunning.text':
    'Mellékelünk egy levelet a nálunk még nyitott számlákról. Ha időközben fizetett, kérjük, tekintse tárgytalannak.',
  'password.subject': 'Új jelszó a Samenhez',
  'password.text':
    'Valaki új jelszót kért ehhez a címhez. A hivatkozáson választhatsz egyet. Egyszer és egy órán át működik.\nHa nem te voltál, nincs teendőd: a jelszavad változatlan.',
  'password.action': 'Új jelszó választása',
  'invitation.subject': 'Meghívó a Samenbe: {{office}}',
  'invitation.text':
    'A(z) {{office}} hozzáférést készített neked. A hivatkozáson választhatsz jelszót. Egyszer és 14 napig működik.',
  'invitation.action': 'Jelszó választása',
  'wage-paid.subject': 'A béredet kifizettük',
  'wage-paid.text':
    'Egy béred elhagyta a bankunkat. Az oldalaid mutatják, mennyi és miért; adataid védelmében itt nem áll összeg.\nAz oldalaidon azt is megadhatod, ha nem kérsz ilyen híreket.',
  'wage-paid.action': 'Bérjegyzékek megtekintése',
  'wage-returned.subject': 'Egy béred visszaérkezett a banktól',
  'wage-returned.text':
    'A bank nem tudta kézbesíteni egy béredet. Nézd meg az oldalaidon, mi történt, és add meg az irodának a helyes számlát. Számlaszámot e-mailben ne küldj.',
  'wage-returned.action': 'Mi történt?',
}
