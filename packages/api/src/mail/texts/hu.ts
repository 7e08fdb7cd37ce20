import type { MailTexts } from './en.ts'

export const hu: MailTexts = {
  hello: 'Jó napot, {{name}}!',
  'hello.nobody': 'Jó napot!',
  automatic: 'Ezt az üzenetet a(z) {{office}} rendszere írta. Semmi sem figyeli benne, hogy elolvassa-e.',
  'link.copy': 'Ha a gomb nem működik, másolja ezt a címet a böngészőjébe:',
  'test.subject': 'Próbaüzenet: {{office}}',
  'test.text': 'Ez az üzenet azt mutatja, hogy a(z) {{office}} tud e-mailt küldeni. Nincs teendője.',
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
    'Valaki új jelszót kért ehhez a címhez. A hivatkozáson választhat egyet. Egyszer és egy órán át működik.\nHa nem Ön volt, nincs teendője: a jelszava változatlan.',
  'password.action': 'Új jelszó választása',
  'invitation.subject': 'Meghívó a Samenbe: {{office}}',
  'invitation.text':
    'A(z) {{office}} hozzáférést készített Önnek. A hivatkozáson választhat jelszót. Egyszer és 14 napig működik.',
  'invitation.action': 'Jelszó választása',
  'wage-paid.subject': 'A bérét kifizettük',
  'wage-paid.text':
    'Egy bére elhagyta a bankunkat. Az oldalai mutatják, mennyi és miért; adatai védelmében itt nem áll összeg.\nAz oldalain azt is megadhatja, ha nem kér ilyen híreket.',
  'wage-paid.action': 'Bérjegyzékek megtekintése',
  'wage-returned.subject': 'Egy bére visszaérkezett a banktól',
  'wage-returned.text':
    'A bank nem tudta kézbesíteni egy bérét. Kérjük, nézze meg az oldalain, mi történt, és adja meg az irodának a helyes számlát. Számlaszámot e-mailben ne küldjön.',
  'wage-returned.action': 'Mi történt?',
}
