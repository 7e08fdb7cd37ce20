import type { Locale } from '@samen/core/country'

export const hu: Locale = {
  'lines.social-security-contribution': 'Társadalombiztosítási járulék',
  'lines.family-contribution-allowance': 'Családi járulékkedvezmény',
  'lines.wage-tax': 'Személyi jövedelemadó',
  'lines.ekho': 'Ekho (magánszemély)',
  'lines.social-contribution-tax': 'Szociális hozzájárulási adó',
  'lines.social-contribution-relief': 'Szociális hozzájárulási adókedvezmény',
  'lines.minimum-base-contribution': 'Járulék az alsó határig',
  'lines.ekho-payer': 'Ekho (kifizető)',
  'lines.casual-charge': 'Alkalmi munka közterhe',
  'lines.seasonal-charge': 'Idénymunka közterhe',
  'lines.film-extra-charge': 'Filmipari statiszta közterhe',
  'rules.contribution':
    'A nyugdíj-, egészségbiztosítási és munkaerőpiaci járulék egy összegben, egész forintra kerekítve.',
  'rules.contribution-earlier':
    'Ezzel a díjjal a havi megbízási jövedelem eléri a biztosítási határt, ezért a járulékot a hónapban korábban szerzett {{earlier}} után is meg kell fizetni.',
  'rules.family-contribution':
    'A családi kedvezményből {{left}} adóalapban már nem érvényesíthető. Ennek {{rate}}-a, levonva belőle a hónapban már igénybe vett {{before}}, a {{withheld}} járulékot csökkenti.',
  'rules.wage-tax': 'A jövedelem és az adókulcs szorzata, egész forintra kerekítve.',
  'rules.wage-tax-allowances':
    'A {{income}} jövedelmet csökkenti a személyi kedvezmény {{personal}}, az első házasok kedvezménye {{firstMarriage}} és a családi kedvezmény {{family}}. A maradék {{base}} után {{rate}} az adó.',
  'rules.wage-tax-mother-two':
    'A {{income}} jövedelemből {{free}} kétgyermekes anyaként adómentes. A maradék {{base}} után {{rate}} az adó.',
  'rules.wage-tax-mother-three':
    'A {{income}} jövedelemből {{free}} háromgyermekes anyaként adómentes. A maradék {{base}} után {{rate}} az adó.',
  'rules.wage-tax-mother-four':
    'A {{income}} jövedelemből {{free}} négy vagy több gyermeket nevelő anyaként adómentes. A maradék {{base}} után {{rate}} az adó.',
  'rules.wage-tax-mother-under-30':
    'A {{income}} jövedelemből {{free}} 30 év alatti anyaként adómentes. A maradék {{base}} után {{rate}} az adó.',
  'rules.wage-tax-mother-under-30-allowances':
    'A {{income}} jövedelemből {{free}} 30 év alatti anyaként adómentes. Tovább csökkenti a személyi kedvezmény {{personal}}, az első házasok kedvezménye {{firstMarriage}} és a családi kedvezmény {{family}}. A maradék {{base}} után {{rate}} az adó.',
  'rules.wage-tax-under-25':
    'A {{income}} jövedelemből {{free}} 25 év alatti fiatalként a havi határig adómentes. A maradék {{base}} után {{rate}} az adó.',
  'rules.wage-tax-under-25-allowances':
    'A {{income}} jövedelemből {{free}} 25 év alatti fiatalként a havi határig adómentes. Tovább csökkenti a személyi kedvezmény {{personal}}, az első házasok kedvezménye {{firstMarriage}} és a családi kedvezmény {{family}}. A maradék {{base}} után {{rate}} az adó.',
  'rules.ekho': 'A minimálbér feletti részre az adó és a járulék helyett egyetlen közterhet választott.',
  'rules.ekho-reduced':
    'Nyugdíjasként vagy külföldön biztosítottként csak a csökkentett mértékű ekho fizetendő.',
  'rules.ekho-payer': 'A kifizető ezt fizeti a szociális hozzájárulási adó helyett.',
  'rules.social-tax': 'A munkáltató vagy kifizető fizeti a bér után.',
  'rules.social-tax-minimum': 'A munkáltató az alsó határ után fizeti, mert a bér ennél kevesebb.',
  'rules.relief': 'A munkáltató havi {{most}} bérig {{rate}} kedvezményt kap.',
  'rules.minimum-base':
    'Erre az időre legalább {{floor}} után jár járulék. A hiányzó {{missing}} {{rate}}-át a munkáltató fizeti, levonva a korábban megfizetett {{before}}.',
  'rules.day-charge': 'A munkáltató {{days}} napra naponta {{day}} közterhet fizet; a bérből nincs levonás.',
  'rules.wage': 'A munkáért járó munkabér.',
  'rules.one-off-pay': 'A rendes munkabéren felüli juttatás.',
  'rules.leave-pay': 'Szabadságra járó díjazás vagy szabadságmegváltás.',
  'rules.fee': 'A megbízási díj.',
  'earnings.wage': 'Munkabér',
  'earnings.one-off': 'Egyszeri juttatás',
  'earnings.leave-pay': 'Szabadság díja',
  'earnings.fee': 'Megbízási díj',
  'figures.minimum-pay': 'Kötelező legkisebb bér',
  'figures.below-minimum-pay': 'A legkisebb bérből hiányzik',
  'figures.free-pay': 'Mentesített bér',
  'figures.pay-to-declare': 'Az éves bevallásban bevallandó bér',
  'figures.above-film-extra-limit':
    'A filmipari statiszta napi korlátja feletti rész: egyszerűsített foglalkoztatásban nem fizethető',
  'figures.costs': 'A díjból levont költség',
  'figures.contribution-not-withheld': 'A le nem vonható járulék; a kifizető szedi be',
  'holidays.new-year': 'Újév',
  'holidays.revolution-1848': 'Nemzeti ünnep (1848)',
  'holidays.good-friday': 'Nagypéntek',
  'holidays.easter-sunday': 'Húsvétvasárnap',
  'holidays.easter-monday': 'Húsvéthétfő',
  'holidays.labour-day': 'A munka ünnepe',
  'holidays.whit-sunday': 'Pünkösdvasárnap',
  'holidays.whit-monday': 'Pünkösdhétfő',
  'holidays.state-foundation': 'Az államalapítás ünnepe',
  'holidays.revolution-1956': 'Nemzeti ünnep (1956)',
  'holidays.all-saints': 'Mindenszentek',
  'holidays.christmas': 'Karácsony',
  'holidays.boxing-day': 'Karácsony másnapja',
  'holidays.moved-rest-day': 'Áthelyezett pihenőnap',
  'holidays.worked-saturday': 'Áthelyezett munkanap',
  'authorities.nav-szja': 'NAV: személyi jövedelemadó',
  'authorities.nav-tb': 'NAV: társadalombiztosítási járulék',
  'authorities.nav-szocho': 'NAV: szociális hozzájárulási adó',
  'authorities.nav-ekho': 'NAV: egyszerűsített közteherviselési hozzájárulás',
  'authorities.nav-efo': 'NAV: egyszerűsített foglalkoztatás közterhe',
  'checklist.third-country':
    'Harmadik országbeli állampolgár? Akkor egyszerűsített foglalkoztatás nem lehetséges.',
  'checklist.simplified-days':
    'Hány egyszerűsített foglalkoztatási nap maradt a hónapban és az évben? A NAV adóazonosító alapján válaszol.',
  'checklist.tax-statements': 'Milyen adókedvezményekről tesz adóelőleg-nyilatkozatot a munkavállaló?',
  'vat.penzforgalmi-elszamolas': 'Pénzforgalmi elszámolás',
  'vat.reverse-charge': 'Fordított adózás: az áfát a vevő fizeti meg',
  'vat.outside-scope': 'Az áfa területi hatályán kívüli szolgáltatás, Áfa tv. 37. §',
  'vat.exempt-training': 'Adómentes (TAM): oktatás, Áfa tv. 85. §',
  'vat.exempt-culture':
    'Adómentes (TAM): közszolgáltatásként nyújtott kulturális szolgáltatás, Áfa tv. 85. §',
}
