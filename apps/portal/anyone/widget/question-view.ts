import { type Answers, dayAnswered } from '../../ui/checker-answers.ts';
import type { Choice, Question } from '../../ui/checker-questions.ts';
import type { Say } from '../../ui/languages.ts';
import { dayParts, dayTyped, typedDay } from '../../ui/typed-day.ts';
import { back, chooseOne, countWords, nameDay, onward } from '../inquiry/asking-words.ts';
import { make } from './make.ts';
import type { View } from './view.ts';

interface Asking {
  readonly say: Say;
  readonly city: string;
  readonly question: Question;
  readonly answers: Answers;
  readonly step: number;
  readonly of: number;
  readonly onAnswer: (answer: string) => void;
  /** Null on the first. */
  readonly onBack: (() => void) | null;
}

/** One question: its heading is the legend, the whole row is the target, and what is missing is said at the field. */
export function questionView(asking: Asking): View {
  const { say, city, question, step, of, onAnswer, onBack } = asking;
  const heading = make('h3', {
    holds: say(question.heading, { city }),
    attributes: { tabindex: '-1' },
  });
  const problem = make('p', { attributes: { class: 'problem', id: 'problem', role: 'alert' } });
  const field = question.choices ? choicesField(question.choices, asking) : dayField(asking);
  const form = make('form', {
    attributes: { novalidate: true },
    on: { submit: go },
    holds: [
      make('fieldset', {
        attributes: { 'aria-describedby': question.help ? 'help' : null },
        holds: [
          make('legend', { holds: heading }),
          question.help &&
            make('p', { attributes: { class: 'help', id: 'help' }, holds: say(question.help) }),
          problem,
          field.node,
        ],
      }),
      make('button', { attributes: { class: 'btn primary', type: 'submit' }, holds: say(onward) }),
    ],
  });
  function go(event: Event): void {
    event.preventDefault();
    const answer = field.answer();
    if (answer === null) {
      problem.textContent = say(question.choices ? chooseOne : nameDay);
      form.classList.add('wrong');
      field.tellWrong();
    } else onAnswer(answer);
  }
  const top = make('div', {
    attributes: { class: 'top' },
    holds: [
      onBack &&
        make('button', {
          attributes: { type: 'button', class: 'back' },
          on: { click: onBack },
          holds: `‹ ${say(back)}`,
        }),
      make('p', {
        attributes: { class: 'count' },
        holds: say(...countWords({ step, of })),
      }),
    ],
  });
  return { heading, nodes: [top, form] };
}

interface Field {
  readonly node: HTMLElement;
  /** Null where there is none. */
  readonly answer: () => string | null;
  /** Shows which field is meant, and takes the focus there. */
  readonly tellWrong: () => void;
}

function choicesField(choices: readonly Choice[], { say, question, answers }: Asking): Field {
  const inputs = choices.map(({ id }) => {
    const input = make('input', { attributes: { type: 'radio', name: 'answer', value: id } });
    input.checked = answers[question.id] === id;
    return input;
  });
  const rows = choices.map(({ label, hint }, at) =>
    make('label', {
      attributes: { class: 'opt' },
      holds: [
        inputs[at] ?? null,
        make('span', { attributes: { class: 'r' } }),
        make('span', {
          holds: [make('b', { holds: say(label) }), hint ? make('small', { holds: say(hint) }) : null],
        }),
      ],
    }),
  );
  return {
    node: make('div', { attributes: { class: 'choices' }, holds: rows }),
    answer: () => inputs.find(({ checked }) => checked)?.value ?? null,
    tellWrong: () => markWrong(inputs),
  };
}

function dayField({ say, question, answers }: Asking): Field {
  const told = typedDay(dayAnswered(answers, question.id));
  const inputs = dayParts.map(({ part, length }) => {
    const input = make('input', {
      attributes: { class: part, inputmode: 'numeric', autocomplete: 'off', maxlength: String(length) },
    });
    input.value = told[part];
    return input;
  });
  const [year, month, day] = inputs;
  return {
    node: make('div', {
      attributes: { class: 'day' },
      holds: dayParts.map(({ label }, at) =>
        make('label', { holds: [inputs[at] ?? null, make('span', { holds: say(label) })] }),
      ),
    }),
    answer: () => dayTyped({ year: year?.value ?? '', month: month?.value ?? '', day: day?.value ?? '' }),
    tellWrong: () => markWrong(inputs),
  };
}

function markWrong(inputs: readonly HTMLInputElement[]): void {
  for (const input of inputs) {
    input.setAttribute('aria-invalid', 'true');
    input.setAttribute('aria-describedby', 'problem');
  }
  inputs[0]?.focus();
}
