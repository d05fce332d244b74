import { useEffect, useRef, useState } from 'react';
import {
  type FieldError,
  type FieldErrors,
  type FieldPath,
  get,
  type Resolver,
  set,
  type UseFormReturn,
  useForm,
} from 'react-hook-form';
import type { Problem } from '#basics';
import {
  type PayeeAccount,
  payeeProblems,
  readPayeeAccount,
  type ToldDoubt,
} from '#business/payments/public';
import type { Answer } from './api.ts';
import { useNumberAsked } from './doubtful-number.ts';
import type { FieldProblem } from './error-summary.tsx';
import { type Say, useSay } from './language.tsx';
import { fieldId } from './payee-field.ts';
import { anotherWords, type PayeeHolder, useAnotherName } from './payee-holder.ts';

/** An account to be paid to as it is typed: every field is there, whatever stands in it. */
export interface PayeeTyped {
  readonly name: string;
  readonly bankCode: string;
  readonly bankName: string;
  readonly accountNumber: string;
  readonly where: 'here' | 'abroad';
  readonly abroad: {
    readonly currency: string;
    readonly charges: string;
    readonly address: {
      readonly street: string;
      readonly building: string;
      readonly postcode: string;
      readonly town: string;
      readonly region: string;
      readonly country: string;
    };
  };
}

/** The same as a draft keeps it, as far as it is written. */
export type PayeeBegun = NonNullable<
  Answer<'GET /withdrawal-drafts/{personId}/{draftId}'>['content']['payee']
>;

export interface PayeeForm {
  readonly form: UseFormReturn<PayeeTyped>;
  /** What is wrong, where somebody has tried to go on: by field, and at the top in the same words. */
  readonly problems: readonly FieldProblem[];
  problemAt(path: string): string | null;
  /** What is asked at the number before it goes on, where it may be wrong. */
  readonly numberAsks: string | null;
  /** What makes it doubtful though it may be right. */
  readonly doubts: readonly string[];
  /** Of these what stands beside the fields while the number is asked about. */
  readonly besides: readonly string[];
  /** Says that the name is another's as soon as its field is left, and no more once it is put right. */
  leftName(): void;
  /** Takes an account here or abroad. */
  choose(where: PayeeTyped['where']): void;
  /** Runs the API's own check; goes on only where nothing is wrong, and asks once where the number may be. */
  submit(onGo: (payee: PayeeAccount) => void): void;
}

/** The fields of an account, checked in the browser by what the API checks it with; told of at every change. */
export function usePayeeForm(of: {
  readonly initial: PayeeBegun | null;
  /** The name that the account has to be in, where it is known. */
  readonly name: string;
  /** The same in Latin letters, as banks abroad write it. */
  readonly latin?: string | null;
  /** In whose name it has to be. */
  readonly holder: PayeeHolder;
  readonly onChange: (payee: PayeeBegun) => void;
}): PayeeForm {
  const { initial, name, latin = null, holder, onChange } = of;
  const say = useSay();
  const { isKnownAnother, isAnother } = useAnotherName(holder);
  const wrongIn = (typed: PayeeTyped) => wrongOf(typed, { holder, isKnownAnother });
  const [shown, setShown] = useState<readonly FieldProblem[]>([]);
  const asking = useRef(false);
  const form = useForm<PayeeTyped>({
    defaultValues: typedOf(initial, name),
    mode: 'onSubmit',
    reValidateMode: 'onSubmit', // what is corrected is said no more as it changes, so that nothing moves away under the next press
    shouldFocusError: false, // the summary takes the focus and leads to the field
    resolver: checkedBy(say, wrongIn),
  });
  const begun = useBegun(form, onChange);
  const { asks, doubts, besides, mayGoOn } = useNumberAsked(begun, fieldId('accountNumber'));
  const { errors } = form.formState;
  const show = (wrong: readonly Problem[]) =>
    setShown(wrong.map(({ path, detail }) => ({ field: fieldId(path), says: say(detail) })));
  const leftName = useNameLeft(form, { holder, isKnownAnother });
  return {
    form,
    problems: shown,
    problemAt: (path) => (get(errors, path) as FieldError | undefined)?.message ?? null, // as `checkedBy` sets them
    numberAsks: asks && say(asks),
    ...{ doubts: inWords(doubts, say), besides: inWords(besides, say) },
    leftName,
    choose: (where) => choose(form, { where, name, latin }),
    submit(onGo) {
      if (asking.current) return;
      asking.current = true;
      void form
        .handleSubmit(
          async () => {
            await isAnother(form.getValues().name);
            // What was typed while the answer was on its way counts.
            const typed = form.getValues();
            const another = isKnownAnother(typed.name);
            show(another ? [anotherName(holder, typed.where)] : []);
            if (another) return leftName();
            const now = begunOf(typed);
            if (mayGoOn(now)) onGo(readPayeeAccount(now));
          },
          () => show(wrongIn(form.getValues())),
        )()
        .finally(() => {
          asking.current = false;
        });
    },
  };
}

function inWords(doubts: readonly ToldDoubt[], say: Say): readonly string[] {
  return doubts.map(({ text }) => say(text));
}

/** What is written now, told of at every change. */
function useBegun(
  { subscribe, getValues, clearErrors }: UseFormReturn<PayeeTyped>,
  onChange: (payee: PayeeBegun) => void,
): PayeeBegun {
  const [begun, setBegun] = useState(() => begunOf(getValues()));
  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback({ values, name }) {
          if (name) clearErrors(name as FieldPath<PayeeTyped>); // the field that changed
          const now = begunOf(values);
          onChange(now);
          setBegun(now);
        },
      }),
    [subscribe, clearErrors, onChange],
  );
  return begun;
}

/** Says at the name's field that it is another's, or no more; also to whoever comes back to it, before they press anything. */
function useNameLeft(
  form: UseFormReturn<PayeeTyped>,
  { holder, isKnownAnother }: Parameters<typeof wrongOf>[1],
): () => void {
  const say = useSay();
  const leftName = () => {
    const { name, where } = form.getValues();
    if (isKnownAnother(name))
      form.setError('name', { type: foundHere, message: say(anotherName(holder, where).detail) });
    else if (form.getFieldState('name').error?.type === foundHere) form.clearErrors('name');
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: as the page comes up
  useEffect(leftName, []);
  return leftName;
}

/** The name on record goes along, as each side writes it; another that was typed stays. */
function choose(
  form: UseFormReturn<PayeeTyped>,
  to: { readonly where: PayeeTyped['where']; readonly name: string; readonly latin: string | null },
): void {
  const { where, name, latin } = to;
  const [from, next] = where === 'abroad' ? [name, latin] : [latin, name];
  if (next && form.getValues('name') === (from ?? '')) form.setValue('name', next);
  form.setValue('where', where);
}

/** What was written before, with what the record knows where nothing was. */
export function typedOf(begun: PayeeBegun | null, name: string): PayeeTyped {
  const { abroad } = begun ?? {};
  return {
    name: begun?.name || name,
    bankCode: begun?.bankCode ?? '',
    bankName: begun?.bankName ?? '',
    accountNumber: begun?.accountNumber ?? '',
    where: abroad ? 'abroad' : 'here',
    abroad: {
      currency: abroad?.currency ?? '',
      charges: abroad?.charges ?? 'SHAR',
      address: addressTyped(abroad?.address ?? {}),
    },
  };
}

type Address = NonNullable<NonNullable<PayeeBegun['abroad']>['address']>;

function addressTyped({ street, building, postcode, town, region, country }: Address) {
  return {
    ...{ street: street ?? '', building: building ?? '', postcode: postcode ?? '' },
    ...{ town: town ?? '', region: region ?? '', country: country ?? '' },
  };
}

/** An account abroad has its parts only where it is one. */
export function begunOf({ where, abroad, ...account }: PayeeTyped): PayeeBegun {
  return { ...account, abroad: where === 'abroad' ? abroad : null };
}

/** Of an error that was not found by trying to go on. */
const foundHere = 'another';

function checkedBy(say: Say, wrongIn: (typed: PayeeTyped) => readonly Problem[]): Resolver<PayeeTyped> {
  return (typed) => {
    const errors: FieldErrors<PayeeTyped> = {};
    const wrong = wrongIn(typed);
    for (const { path, detail } of wrong) set(errors, path, { type: 'api', message: say(detail) });
    return wrong.length === 0 ? { values: typed, errors: {} } : { values: {}, errors };
  };
}

function anotherName(holder: PayeeHolder, where: PayeeTyped['where']): Problem {
  return { path: 'name', detail: anotherWords(holder, where) };
}

/** By the API's own check, the first of each field; last that the name is another's. */
export function wrongOf(
  typed: PayeeTyped,
  {
    holder,
    isKnownAnother,
  }: { readonly holder: PayeeHolder; readonly isKnownAnother: (name: string) => boolean },
): readonly Problem[] {
  const problems = payeeProblems(readPayeeAccount(begunOf(typed)));
  const own = problems.map((each) => ({ ...each, path: each.path.replace(/^payee\./, '') }));
  const found = isKnownAnother(typed.name) ? [...own, anotherName(holder, typed.where)] : own;
  const first = found.filter(({ path }, at) => found.findIndex((each) => each.path === path) === at);
  return first.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** As the fields follow each other on the page. */
function placeOf({ path }: Problem): number {
  const place = ['name', 'accountNumber', 'bankCode', 'bankName'].indexOf(path);
  return place === -1 ? 9 : place;
}
