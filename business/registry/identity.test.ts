import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkCharacter } from './check-character.ts';
import { creditCodeCheck, readCreditCode } from './credit-code.ts';
import { type GivenIdentity, readIdentity } from './identity.ts';
import { identityWrong } from './identity-problems.ts';

const citizenAreas = [
  '110105',
  '340524',
  '440300',
  '440303',
  '510100',
  '710000',
  '810100',
  '820101',
  '830101',
];
const day = fc
  .date({ min: new Date('1880-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));
const sequence = fc.integer({ min: 0, max: 999 }).map((n) => String(n).padStart(3, '0'));

describe('A citizen ID', () => {
  test('the examples of the standard are valid and tell the day of birth', () => {
    expect(readIdentity({ kind: 'citizen-id', number: '11010519491231002X' })).toEqual({
      value: { kind: 'citizen-id', issuer: 'CHN', number: '11010519491231002X', bornOn: '1949-12-31' },
    });
    expect(readIdentity({ kind: 'citizen-id', number: '34052419800101001X' })).toHaveProperty(
      'value.bornOn',
      '1980-01-01',
    );
  });

  test('lower case, spaces and full-width characters are mended', () => {
    for (const number of [
      '11010519491231002x',
      ' 110105 19491231 002X ',
      '１１０１０５１９４９１２３１００２Ｘ',
    ]) {
      expect(readIdentity({ kind: 'citizen-id', number })).toHaveProperty(
        'value.number',
        '11010519491231002X',
      );
    }
  });

  test('whatever area, day and sequence: with its check character it is valid', () => {
    fc.assert(
      fc.property(fc.constantFrom(...citizenAreas), day, sequence, (area, bornOn, last) => {
        const number = numbered(area, bornOn, last);
        expect(readIdentity({ kind: 'citizen-id', number })).toHaveProperty('value.bornOn', bornOn);
      }),
    );
  });

  test('with any one digit changed it is refused', () => {
    fc.assert(
      fc.property(fc.constantFrom(...citizenAreas), day, sequence, (area, bornOn, last) => {
        for (const changed of oneDigitChanged(numbered(area, bornOn, last))) {
          expect(readIdentity({ kind: 'citizen-id', number: changed }), changed).toHaveProperty('wrong');
        }
      }),
      { numRuns: 30 },
    );
  });

  test('with any two neighbours swapped it is refused', () => {
    fc.assert(
      fc.property(fc.constantFrom(...citizenAreas), day, sequence, (area, bornOn, last) => {
        for (const swapped of neighboursSwapped(numbered(area, bornOn, last))) {
          expect(readIdentity({ kind: 'citizen-id', number: swapped }), swapped).toHaveProperty('wrong');
        }
      }),
    );
  });

  test('everything wrong with it is named at once', () => {
    expect(wrong({ kind: 'citizen-id', number: '990105194913310021' })).toEqual([
      identityWrong.isPermanentResidentCard,
    ]);
    expect(wrong({ kind: 'citizen-id', number: '160105194913310023' })).toEqual([
      identityWrong.area,
      identityWrong.birth,
      identityWrong.check,
    ]);
  });

  test('29 February is a birthday in leap years only', () => {
    expect(
      readIdentity({ kind: 'citizen-id', number: numbered('440300', '2000-02-29', '001') }),
    ).toHaveProperty('value');
    expect(wrong({ kind: 'citizen-id', number: numbered('440300', '1900-02-29', '001') })).toEqual([
      identityWrong.birth,
    ]);
  });

  test.each([
    ['an old 15-digit number', '110105491231002', identityWrong.fifteenDigits],
    ['a residence permit', '810000199001010019', identityWrong.isResidencePermit],
    ['what a spreadsheet made of it', '1.10105E+17', identityWrong.scientific],
    ['nothing at all', '  ', identityWrong.numberMissing],
    ['a passport number', 'E12345678', identityWrong.citizenForm],
  ])('%s is named and refused with what to do', (_what, number, told) => {
    expect(wrong({ kind: 'citizen-id', number })).toEqual([told]);
  });
});

describe('A residence permit of Hong Kong, Macao and Taiwan residents', () => {
  test.each([
    ['810000199001010019', 'HKG'],
    ['820000199001010029', 'MAC'],
    ['830000199001010039', 'TWN'],
  ])('%s is valid where its check character fits, and tells the territory', (number, issuer) => {
    const mended = number.slice(0, 17) + checkCharacter(number.slice(0, 17));
    expect(readIdentity({ kind: 'residence-permit', number: mended })).toHaveProperty('value', {
      kind: 'residence-permit',
      issuer,
      number: mended,
      bornOn: '1990-01-01',
    });
  });

  test('a citizen ID, a travel permit and a wrong check character are refused', () => {
    expect(wrong({ kind: 'residence-permit', number: '11010519491231002X' })).toEqual([
      identityWrong.permitArea,
    ]);
    expect(wrong({ kind: 'residence-permit', number: 'H12345678' })).toEqual([identityWrong.travelPermit]);
    for (const changed of oneDigitChanged(numbered('810000', '1990-01-01', '001'))) {
      expect(readIdentity({ kind: 'residence-permit', number: changed }), changed).toHaveProperty('wrong');
    }
  });
});

describe('A foreign permanent resident card', () => {
  test('the form of 2017 has three letters and twelve digits', () => {
    expect(readIdentity({ kind: 'permanent-resident-card', number: 'CAN31000119900' })).toHaveProperty(
      'wrong',
    );
    expect(readIdentity({ kind: 'permanent-resident-card', number: 'can310078012345' })).toHaveProperty(
      'value.number',
      'CAN310078012345',
    );
  });

  test('the form of 2023 begins with 9 and has a check character that finds every slip', () => {
    const first17 = '93112419900101001';
    const number = first17 + checkCharacter(first17);
    expect(readIdentity({ kind: 'permanent-resident-card', number })).toHaveProperty(
      'value.bornOn',
      '1990-01-01',
    );
    for (const changed of [...oneDigitChanged(number), ...neighboursSwapped(number)]) {
      expect(readIdentity({ kind: 'permanent-resident-card', number: changed }), changed).toHaveProperty(
        'wrong',
      );
    }
  });
});

describe('A passport', () => {
  test('needs letters or digits and the state that issued it', () => {
    expect(readIdentity({ kind: 'passport', number: 'c01x00t47', issuer: 'DEU' })).toHaveProperty('value', {
      kind: 'passport',
      issuer: 'DEU',
      number: 'C01X00T47',
      bornOn: null,
    });
    expect(wrong({ kind: 'passport', number: 'AB' })).toEqual([
      identityWrong.passportForm,
      identityWrong.passportIssuer,
    ]);
  });
});

describe('A unified social credit code', () => {
  const valid = '91350100M000100Y43';
  const known = fc.stringMatching(/^[0-9A-HJ-NPQRTUWXY]{9}$/);

  test('the example with the sum 1640 has the check character 3', () => {
    expect(creditCodeCheck(valid.slice(0, 17))).toBe('3');
    expect(readCreditCode(valid.toLowerCase())).toEqual({ value: valid });
  });

  test('where the sum is a multiple of 31 the check character is 0', () => {
    expect(creditCodeCheck('0'.repeat(17))).toBe('0');
  });

  test('with any one character changed, or two neighbours swapped, it is refused', () => {
    fc.assert(
      fc.property(known, (organisation) => {
        const code = `91440300${organisation}`;
        const full = code + creditCodeCheck(code);
        expect(readCreditCode(full)).toEqual({ value: full });
        const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
        for (const altered of [...oneChanged(full, alphabet), ...neighboursSwapped(full)]) {
          expect(readCreditCode(altered), altered).toHaveProperty('wrong');
        }
      }),
      { numRuns: 20 },
    );
  });

  test('a letter that codes never have is refused for its form', () => {
    expect(readCreditCode('91350100M000100YI3')).toEqual({ wrong: [identityWrong.creditCodeForm] });
  });
});

function numbered(area: string, bornOn: string, last: string): string {
  const first17 = `${area}${bornOn.replaceAll('-', '')}${last}`;
  return first17 + checkCharacter(first17);
}

function wrong(given: GivenIdentity): unknown {
  const read = readIdentity(given);
  return 'wrong' in read ? read.wrong : 'valid';
}

function oneDigitChanged(number: string): readonly string[] {
  return oneChanged(number, '0123456789');
}

function oneChanged(text: string, alphabet: string): readonly string[] {
  return [...text].flatMap((held, at) =>
    [...alphabet]
      .filter((other) => other !== held)
      .map((other) => text.slice(0, at) + other + text.slice(at + 1)),
  );
}

function neighboursSwapped(text: string): readonly string[] {
  return [...text].slice(1).flatMap((held, index) => {
    const before = text.charAt(index);
    return before === held ? [] : [text.slice(0, index) + held + before + text.slice(index + 2)];
  });
}
