/**
 * How an account is written, at home and abroad: for the help of every command that takes one. The help breaks long lines, so
 * the examples lie in files, ready to be changed and handed in.
 */
export const payeeSays =
  'the account as JSON on standard input: name, bankCode (twelve digits), bankName, accountNumber, as in scenarios/examples/payee.json; abroad bankCode is the BIC, accountNumber the IBAN or number, and "abroad" tells the currency that shall arrive, who bears the charges (SHAR shared, DEBT the agency, CRED the payee) and the payee’s address, as in scenarios/examples/payee-abroad.json';
