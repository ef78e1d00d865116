import type { machinesCli as English } from '../en/machines-cli.ts';

/** What `--help` says of the subscriber's machines. */
export const machinesCli: typeof English = {
  groups: {
    securedoc: 'symulowany SecureDoc 2.0, przycisk po przycisku (tylko szkolenie)',
  },
  arguments: {
    TAB: 'zakładka',
    HANDSET: 'oznaczenie telefonu, np. +48601000001#2',
    BUTTON: 'przycisk',
    STATE: 'on (włączony) albo off (wyłączony)',
  },
  options: {
    phone: 'telefon, który skanuje, jeśli nie ten z kartą SIM subskrybenta',
  },
  commands: {
    'portal screen': {
      summary: 'pokaż, co subskrybent widzi teraz w portalu',
      examples: ['ecsc portal screen EC-100000'],
    },
    'portal password': {
      summary: 'pokaż login i hasło zmyślonego subskrybenta',
      examples: ['ecsc portal password EC-100000'],
    },
    'portal log-in': {
      summary: 'zaloguj się; program zapyta o hasło, nigdy nie bierze go z wiersza poleceń',
      examples: [
        'ecsc portal log-in EC-100000',
        'ecsc portal password EC-100000 --json | jq -r .password | ecsc portal log-in EC-100000 --password-stdin',
      ],
    },
    'portal log-out': { summary: 'wyloguj się', examples: ['ecsc portal log-out EC-100000'] },
    'portal open': {
      summary: 'otwórz zakładkę: Oprogramowanie (software) albo Certyfikaty (certificates)',
      examples: ['ecsc portal open EC-100000 software', 'ecsc portal open EC-100000 certificates'],
    },
    'portal qr-code': {
      summary: 'kliknij ikonę „QR Kod” certyfikatu: Certyfikaty → Lista',
      examples: ['ecsc portal qr-code 5F932ACF'],
    },
    'portal new-customer': {
      summary: 'zrób z subskrybenta klienta od dziś: wylogowany, nic nie zainstalowano',
      examples: ['ecsc portal new-customer EC-100000'],
    },
    'phone screen': {
      summary: 'pokaż, co widać teraz na telefonie: aplikację i wiadomości',
      examples: ['ecsc phone screen 5F932ACF', 'ecsc phone screen +48601000001#2 --json'],
    },
    'phone install': { summary: 'zainstaluj aplikację ECSigner ze sklepu', examples: ['ecsc phone install 5F932ACF'] },
    'phone launch': {
      summary: 'uruchom aplikację PIN-em; przy pierwszym uruchomieniu pyta o nowy, dwa razy',
      examples: ['ecsc phone launch 5F932ACF', "printf '4821\\n4821\\n' | ecsc phone launch 5F932ACF --pin-stdin"],
    },
    'phone scanner': {
      summary: 'naciśnij + w otwartej aplikacji: aparat',
      examples: ['ecsc phone scanner 5F932ACF'],
    },
    'phone close': {
      summary: 'zamknij aplikację; znów zapyta o PIN',
      examples: ['ecsc phone close 5F932ACF'],
    },
    'phone reinstall': {
      summary: 'usuń aplikację i zainstaluj ją ponownie: wyjście, gdy PIN zapomniano; jej wpisy znikają',
      examples: ['ecsc phone reinstall 5F932ACF'],
    },
    'phone power': {
      summary: 'wyłącz telefon albo włącz go ponownie',
      examples: ['ecsc phone power 5F932ACF off', 'ecsc phone power +48601000001#2 on'],
    },
    'phone lose': {
      summary: 'zgub telefon: koniec z kodami i SMS-ami',
      examples: ['ecsc phone lose 5F932ACF'],
    },
    'phone replace': {
      summary: 'nowy telefon z kartą SIM o tym samym numerze',
      examples: ['ecsc phone replace 5F932ACF'],
    },
    'phone add': {
      summary: 'drugi telefon, bez karty SIM',
      examples: ['ecsc phone add 5F932ACF', 'ecsc phone install +48601000001#2'],
    },
    'phone sim': {
      summary: 'włóż kartę SIM o tym numerze do telefonu',
      examples: ['ecsc phone sim +48601000001 +48601000001#2'],
    },
    'desktop screen': { summary: 'pokaż ECSigner Desktop', examples: ['ecsc desktop screen EC-100000'] },
    'desktop install': { summary: 'zainstaluj ECSigner Desktop', examples: ['ecsc desktop install EC-100000'] },
    'desktop start': {
      summary: 'uruchom program: pyta o login i hasło',
      examples: ['ecsc desktop start EC-100000'],
    },
    'desktop log-in': {
      summary: 'zaloguj się hasłem do portalu; program o nie zapyta',
      examples: ['ecsc desktop log-in EC-100000'],
    },
    'desktop minimise': {
      summary: 'zminimalizuj okno; program działa dalej w tle',
      examples: ['ecsc desktop minimise EC-100000'],
    },
    'desktop stop': {
      summary: 'zakończ program: SecureDoc nie widzi wtedy certyfikatu',
      examples: ['ecsc desktop stop EC-100000'],
    },
    'securedoc screen': { summary: 'pokaż okno SecureDoc', examples: ['ecsc securedoc screen EC-100000'] },
    'securedoc install': { summary: 'zainstaluj SecureDoc 2.0', examples: ['ecsc securedoc install EC-100000'] },
    'securedoc add-file': {
      summary: '„Dodaj plik”; bez FILE przykładowy dokument szkoleniowy',
      examples: ['ecsc securedoc add-file EC-100000 umowa.pdf', 'ecsc securedoc add-file EC-100000'],
    },
    'securedoc press': {
      summary: 'naciśnij przycisk okna',
      examples: [
        'ecsc securedoc press EC-100000 sign-files',
        'ecsc securedoc press EC-100000 cryptographic-devices',
        'ecsc securedoc press EC-100000 ok',
      ],
    },
    'securedoc choose': {
      summary: 'wybierz certyfikat z listy pod „Urządzenia kryptograficzne”',
      examples: ['ecsc securedoc choose 5F932ACF'],
    },
    'securedoc enter-otp': {
      summary: 'wpisz kod OTP: jeden kod, jeden podpis',
      examples: ['ecsc securedoc enter-otp EC-100000', 'ecsc securedoc enter-otp EC-100000 --otp 123456'],
    },
  },
};
