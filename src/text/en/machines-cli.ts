/** What `--help` says of the subscriber's machines. */
export const machinesCli = {
  groups: {
    securedoc: 'the simulated SecureDoc 2.0, button by button (training only)',
  },
  arguments: {
    TAB: 'the tab',
    HANDSET: 'the phone’s id, e.g. +48601000001#2',
    BUTTON: 'the button',
    STATE: 'on or off',
  },
  options: {
    phone: 'the phone that scans, when it is not the one with the subscriber’s SIM card',
  },
  commands: {
    'portal screen': {
      summary: 'show what the subscriber sees on the portal now',
      examples: ['ecsc portal screen EC-100000'],
    },
    'portal password': {
      summary: 'show the login and password of an invented subscriber',
      examples: ['ecsc portal password EC-100000'],
    },
    'portal log-in': {
      summary: 'log in; the password is asked for, never taken from the command line',
      examples: [
        'ecsc portal log-in EC-100000',
        'ecsc portal password EC-100000 --json | jq -r .password | ecsc portal log-in EC-100000 --password-stdin',
      ],
    },
    'portal log-out': { summary: 'log out', examples: ['ecsc portal log-out EC-100000'] },
    'portal open': {
      summary: 'open a tab: Software or Certificates',
      examples: ['ecsc portal open EC-100000 software', 'ecsc portal open EC-100000 certificates'],
    },
    'portal qr-code': {
      summary: 'press the “QR Code” icon of a certificate in Certificates → List',
      examples: ['ecsc portal qr-code 5F932ACF'],
    },
    'portal new-customer': {
      summary: 'make the subscriber a customer of today: logged out, nothing installed',
      examples: ['ecsc portal new-customer EC-100000'],
    },
    'phone screen': {
      summary: 'show what is to be seen on a phone now: the app, and the messages',
      examples: ['ecsc phone screen 5F932ACF', 'ecsc phone screen +48601000001#2 --json'],
    },
    'phone install': { summary: 'install the ECSigner app from the store', examples: ['ecsc phone install 5F932ACF'] },
    'phone launch': {
      summary: 'launch the app with its PIN; the first launch asks for a new one, twice',
      examples: ['ecsc phone launch 5F932ACF', "printf '4821\\n4821\\n' | ecsc phone launch 5F932ACF --pin-stdin"],
    },
    'phone scanner': { summary: 'press + in the open app: the camera', examples: ['ecsc phone scanner 5F932ACF'] },
    'phone close': { summary: 'close the app; it asks for the PIN again', examples: ['ecsc phone close 5F932ACF'] },
    'phone reinstall': {
      summary: 'remove the app and install it again: the way out of a forgotten PIN; its entries are gone',
      examples: ['ecsc phone reinstall 5F932ACF'],
    },
    'phone power': {
      summary: 'switch the phone off, or on again',
      examples: ['ecsc phone power 5F932ACF off', 'ecsc phone power +48601000001#2 on'],
    },
    'phone lose': {
      summary: 'lose the phone: no codes, no SMS any more',
      examples: ['ecsc phone lose 5F932ACF'],
    },
    'phone replace': {
      summary: 'get a new phone with a SIM card of the same number',
      examples: ['ecsc phone replace 5F932ACF'],
    },
    'phone add': {
      summary: 'get a second phone, without a SIM card',
      examples: ['ecsc phone add 5F932ACF', 'ecsc phone install +48601000001#2'],
    },
    'phone sim': {
      summary: 'put the SIM card of a number into a phone',
      examples: ['ecsc phone sim +48601000001 +48601000001#2'],
    },
    'desktop screen': { summary: 'show ECSigner Desktop', examples: ['ecsc desktop screen EC-100000'] },
    'desktop install': { summary: 'install ECSigner Desktop', examples: ['ecsc desktop install EC-100000'] },
    'desktop start': {
      summary: 'start it: it asks for login and password',
      examples: ['ecsc desktop start EC-100000'],
    },
    'desktop log-in': {
      summary: 'log in with the portal’s password, which is asked for',
      examples: ['ecsc desktop log-in EC-100000'],
    },
    'desktop minimise': {
      summary: 'minimise the window; it goes on in the background',
      examples: ['ecsc desktop minimise EC-100000'],
    },
    'desktop stop': {
      summary: 'quit it: SecureDoc sees no certificate then',
      examples: ['ecsc desktop stop EC-100000'],
    },
    'securedoc screen': { summary: 'show SecureDoc’s window', examples: ['ecsc securedoc screen EC-100000'] },
    'securedoc install': { summary: 'install SecureDoc 2.0', examples: ['ecsc securedoc install EC-100000'] },
    'securedoc add-file': {
      summary: '“Add file”; without FILE a sample document of the training',
      examples: ['ecsc securedoc add-file EC-100000 contract.pdf', 'ecsc securedoc add-file EC-100000'],
    },
    'securedoc press': {
      summary: 'press a button of the window',
      examples: [
        'ecsc securedoc press EC-100000 sign-files',
        'ecsc securedoc press EC-100000 cryptographic-devices',
        'ecsc securedoc press EC-100000 ok',
      ],
    },
    'securedoc choose': {
      summary: 'choose the certificate in the list under “Cryptographic devices”',
      examples: ['ecsc securedoc choose 5F932ACF'],
    },
    'securedoc enter-otp': {
      summary: 'type the OTP: one OTP, one signature',
      examples: ['ecsc securedoc enter-otp EC-100000', 'ecsc securedoc enter-otp EC-100000 --otp 123456'],
    },
  },
};
