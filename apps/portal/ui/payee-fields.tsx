import type { FieldPath } from 'react-hook-form';
import type { Text } from '#basics';
import { countryCodes, payeeCurrencies } from '#business/payments/public';
import { Choices } from './choices.tsx';
import { EntryField } from './entry-field.tsx';
import { useLanguage, useSay } from './language.tsx';
import { namesOfCodes } from './names-of-codes.ts';
import { bearers, charges } from './payee-charges.ts';
import { PayeeDoubts } from './payee-doubts.tsx';
import { fieldId, useWantedField } from './payee-field.ts';
import type { PayeeForm, PayeeTyped } from './payee-form.ts';

/** Where the money goes: an account here, or abroad with what banks there need besides. */
export function PayeeFields({
  of,
  nameHelp,
}: {
  readonly of: PayeeForm;
  /** What the account's name has to be. */
  readonly nameHelp: Text;
}) {
  const say = useSay();
  useWantedField();
  const where = of.form.watch('where');
  const words = where === 'here' ? here : elsewhere;
  return (
    <div className="payee-fields">
      <Choices
        name="payee-where"
        of={[
          { id: 'here', label: say({ zh: '中国境内银行的账户', en: 'An account at a bank in China' }) },
          {
            id: 'abroad',
            label: say({ zh: '境外银行的账户', en: 'An account at a bank abroad' }),
            hint: say({
              zh: '款项以人民币汇出，由银行兑换',
              en: 'The money is sent in yuan and converted by the banks',
            }),
          },
        ]}
        chosen={where}
        problem={null}
        onChoose={(id) => of.choose(id === 'abroad' ? 'abroad' : 'here')}
      />
      <Field
        of={of}
        path="name"
        label={accountName}
        help={where === 'here' ? nameHelp : inLatin(nameHelp)}
        onLeft={of.leftName}
        autoComplete="name"
      />
      <Field
        of={of}
        path="accountNumber"
        {...words.accountNumber}
        asks={of.numberAsks}
        numeric={where === 'here'}
      />
      <PayeeDoubts of={of.besides} />
      <Field of={of} path="bankCode" {...words.bankCode} numeric={where === 'here'} />
      <Field of={of} path="bankName" {...words.bankName} />
      {where === 'abroad' && <Abroad of={of} />}
    </div>
  );
}

function Abroad({ of }: { readonly of: PayeeForm }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <>
      <Select
        of={of}
        path="abroad.currency"
        label={currency}
        options={namesOfCodes([...payeeCurrencies], { language, type: 'currency' })}
      />
      <fieldset className="inner">
        <legend>{say(charges)}</legend>
        <Choices
          name="payee-charges"
          of={bearers.map(({ id, label }) => ({ id, label: say(label) }))}
          chosen={of.form.watch('abroad.charges')}
          problem={of.problemAt('abroad.charges')}
          onChoose={(id) => of.form.setValue('abroad.charges', id)}
        />
      </fieldset>
      <fieldset className="inner">
        <legend>{say({ zh: '您在境外的地址', en: 'Your address abroad' })}</legend>
        <p className="help">
          {say({ zh: '银行要求；用拉丁字母填写', en: 'Banks ask for it. Write it in Latin letters' })}
        </p>
        {addressParts.map(({ path, label, complete }) => (
          <Field key={path} of={of} path={path} label={label} autoComplete={complete} />
        ))}
        <Select
          of={of}
          path="abroad.address.country"
          label={country}
          options={namesOfCodes([...countryCodes], { language, type: 'region' })}
        />
      </fieldset>
    </>
  );
}

function Field(field: {
  readonly of: PayeeForm;
  readonly path: FieldPath<PayeeTyped>;
  readonly label: Text;
  readonly help?: Text;
  /** What is asked of it before it goes on, though nothing is wrong. */
  readonly asks?: string | null;
  readonly numeric?: boolean;
  readonly onLeft?: () => void;
  readonly autoComplete?: string;
}) {
  const { of, path, label, help, asks = null, numeric = false, onLeft, autoComplete = 'off' } = field;
  const say = useSay();
  const { onBlur, name, ref } = of.form.register(path);
  return (
    <EntryField
      id={fieldId(path)}
      label={say(label)}
      help={help && say(help)}
      problem={of.problemAt(path)}
      asks={asks}
      {...{ name, ref, autoComplete }}
      onBlur={(event) => {
        void onBlur(event);
        // Whoever presses a button is told by what it does, and it does not move away under the press.
        if (!(event.relatedTarget instanceof HTMLButtonElement)) onLeft?.();
      }}
      defaultValue={String(of.form.getValues(path) ?? '')}
      inputMode={numeric ? 'numeric' : 'text'}
      onValue={(value) => of.form.setValue(path, value)}
    />
  );
}

function Select(select: {
  readonly of: PayeeForm;
  readonly path: FieldPath<PayeeTyped>;
  readonly label: Text;
  readonly options: readonly { readonly code: string; readonly name: string }[];
}) {
  const { of, path, label, options } = select;
  const say = useSay();
  const id = fieldId(path);
  const problem = of.problemAt(path);
  return (
    <div className={problem === null ? 'entry-field' : 'entry-field wrong'}>
      <label htmlFor={id}>{say(label)}</label>
      {problem !== null && (
        <p className="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      <select
        id={id}
        {...of.form.register(path)}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : `${id}-problem`}
      >
        <option value="">{say({ zh: '请选择', en: 'Choose' })}</option>
        {options.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

type Words = Readonly<
  Record<'accountNumber' | 'bankCode' | 'bankName', { readonly label: Text; readonly help: Text }>
>;

function inLatin({ zh, en }: Text): Text {
  return {
    zh: `${zh}。按账户上的拉丁字母写法填写`,
    en: `${en}. Write it in Latin letters, as the account has it`,
  };
}

const accountName: Text = { zh: '户名', en: 'Name on the account' };
const currency: Text = { zh: '希望收到的货币', en: 'Currency you want to receive' };
const country: Text = { zh: '国家或地区', en: 'Country or region' };

const here: Words = {
  accountNumber: {
    label: { zh: '银行账号（卡号）', en: 'Account or card number' },
    help: { zh: '可以带空格', en: 'Spaces do not matter' },
  },
  bankCode: {
    label: { zh: '开户行联行号', en: 'Clearing code of the bank (CNAPS)' },
    help: {
      zh: '12 位数字。手机银行的“账户信息”里有，也可以打银行客服电话问',
      en: 'Twelve digits. Your bank’s app shows it with the account, and its telephone service tells you',
    },
  },
  bankName: {
    label: { zh: '开户银行', en: 'Name of the bank' },
    help: { zh: '写到支行，例如中国工商银行深圳福田支行', en: 'With the branch, as the bank writes it' },
  },
};

const elsewhere: Words = {
  accountNumber: {
    label: { zh: 'IBAN 或账号', en: 'IBAN or account number' },
    help: { zh: '有 IBAN 的国家请填 IBAN', en: 'The IBAN, if the country has one' },
  },
  bankCode: {
    label: { zh: '银行的 BIC（SWIFT 代码）', en: 'BIC (SWIFT code) of the bank' },
    help: { zh: '8 或 11 位，例如 BNPAFRPPXXX', en: 'Eight or eleven characters, such as BNPAFRPPXXX' },
  },
  bankName: {
    label: { zh: '银行名称', en: 'Name of the bank' },
    help: { zh: '用拉丁字母，按银行的写法', en: 'In Latin letters, as the bank writes it' },
  },
};

const addressParts: readonly {
  readonly path: FieldPath<PayeeTyped>;
  readonly label: Text;
  readonly complete: string;
}[] = [
  { path: 'abroad.address.street', label: { zh: '街道', en: 'Street' }, complete: 'address-line1' },
  { path: 'abroad.address.building', label: { zh: '门牌号', en: 'House number' }, complete: 'address-line2' },
  { path: 'abroad.address.postcode', label: { zh: '邮编', en: 'Postcode' }, complete: 'postal-code' },
  { path: 'abroad.address.town', label: { zh: '城市', en: 'Town' }, complete: 'address-level2' },
  {
    path: 'abroad.address.region',
    label: { zh: '州、省（没有不填）', en: 'State or province, if any' },
    complete: 'address-level1',
  },
];
