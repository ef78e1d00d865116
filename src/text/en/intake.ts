/** Why something a customer brought cannot be taken in, and what to do about it; by code. */
export const intake = {
  /** Of single rows and certificates; these stand in the reject file. */
  rejects: {
    'not-utf8': 'The row holds bytes that are no UTF-8 text. Export it again as UTF-8.',
    'unclosed-quote':
      'A quotation mark opens a field and is never closed. Close it, or write it twice if it belongs to the text.',
    'stray-quote':
      'A quotation mark stands where none may be. Put the whole field in quotation marks and write the inner one twice.',
    'too-few-fields': 'The row has fewer fields than the header line. Add the missing ones, empty if need be.',
    'too-many-fields':
      'The row has more fields than the header line. Put fields that contain the separator in quotation marks.',
    'row-too-long': 'The line is too long to be one row. Check the line breaks of the file.',
    'line-break':
      'A field runs over several lines, or a quotation mark above was not closed. Put each row on one line of its own.',
    missing: 'The field is empty. Fill it in.',
    'too-long': 'The field is longer than it may be. Shorten it.',
    'control-characters': 'The field holds characters that cannot be seen. Type it in afresh.',
    'lost-letters': 'A letter was lost before the file reached us (� stands for it). Write it again.',
    'bad-characters': 'The field holds characters that it may not have. Check it against the contract.',
    'not-an-address': 'This is not an e-mail address. Correct it, in the form name@example.org.',
    'not-a-number': 'This is not a phone number. Write it in digits, with the country code if it is not Polish.',
    'too-short': 'The phone number has too few digits. Write it in full.',
    'too-many-digits': 'The phone number has too many digits. Write a single number.',
    'no-such-number': 'The numbering plan has no such phone number. Check its digits.',
    extension: 'The phone number has an extension. Give a number that can be reached directly.',
    'premium-rate': 'This is a premium-rate number. Give the subscriber’s own mobile number.',
    'shared-cost': 'This is a shared-cost number. Give the subscriber’s own mobile number.',
    'toll-free': 'This is a toll-free number. Give the subscriber’s own mobile number.',
    'special-number':
      'This is a pager, a voice mailbox or a company-wide number. Give the subscriber’s own mobile number.',
    'not-a-language': 'This is not a language code. Write pl, en or another code of two letters, or leave it empty.',
    'not-hex':
      'The serial number is not hexadecimal. Copy it from the certificate; a spreadsheet must hold it as text.',
    zero: 'The serial number is zero. Copy it from the certificate.',
    'not-a-date': 'This is not a date. Write 2026-04-18 17:34 or 18.04.2026 17:34.',
    'no-such-day': 'There is no such day or time. The day comes before the month in 18.04.2026.',
    'expiry-before-start': 'The certificate would end before it begins. Check both dates.',
    'unknown-status': 'The status is none that we know. Write valid, suspended, revoked or expired.',
    'not-a-certificate': 'This is not an X.509 certificate, or it is damaged. Export it again as PEM or DER.',
    'private-key':
      'This is a private key. It was not read; take it out of the file and tell the subscriber to replace it.',
    container: 'This is a PKCS#7 or PKCS#12 container. Export the certificates in it as PEM.',
  },
  /** Of whole files and folders. */
  inputs: {
    'not-found': 'There is nothing at this path. Check its spelling.',
    'not-readable': 'It cannot be read. Check its permissions.',
    'not-a-file': 'It is not a regular file. Save the data in a file first.',
    'symbolic-link': 'It is a link, and links are not followed here. Name the file itself.',
    'empty-file': 'The file is empty. Export it again.',
    'empty-folder': 'The folder is empty. Name the folder that holds the files.',
    'spreadsheet-file': 'This is a spreadsheet or an archive, not text. Save the sheet as CSV (UTF-8) and import that.',
    'reject-file': 'These are rejects of an earlier import, left out. Correct the rows where they came from.',
    'not-recognised': 'This is neither a CSV export nor a certificate. Leave it out.',
    'header-too-long': 'The file has no header line. The first line must name the columns.',
    'carriage-returns': 'Its lines end as on old Macintoshes. Save it again as CSV (UTF-8).',
  },
  columnsMissing: (columns: string) =>
    `The header line does not name these columns: ${columns}. Export them too, or correct their names.`,
  columnsDoubled: (columns: string) =>
    `The header line names these columns more than once: ${columns}. Leave one of each.`,
  /** A certificate authority's own certificate. */
  authority: 'certificate of the authority itself, left out',
};
