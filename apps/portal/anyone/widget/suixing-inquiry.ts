import { shanghaiDate } from '#basics';
import { scheduleOf } from '#business/inquiry/public';
import { regionName } from '#law';
import { toFragment } from '../../ui/checker-answers.ts';
import { questions } from '../../ui/checker-questions.ts';
import { type Language, languageTag, type Say, sayIn } from '../../ui/languages.ts';
import { answered, type Place, seenAt } from '../inquiry/place.ts';
import type { Asked } from '../inquiry/request-of.ts';
import { verdictOf } from '../inquiry/verdict.ts';
import { make } from './make.ts';
import { questionView } from './question-view.ts';
import { resultView } from './result-view.ts';
import { servedBy, servedFrom } from './served-by.ts';
import type { View } from './view.ts';
import styles from './widget.css?inline';
import { demonstration, staysHere, title, unknownRegion } from './widget-words.ts';

const nothingAnswered: Place = { answers: {}, at: null };

/** What happens in it is not the page's business: its shortcuts do not fire while a day is typed. */
const keptInside = ['keydown', 'keyup', 'keypress', 'beforeinput', 'input', 'change', 'paste'];

/**
 * `<suixing-inquiry region="440300" lang="zh">`: the checker on somebody else's page. The same questions and the same rules as on
 * the portal; what is answered stays in the element, is sent nowhere and kept nowhere.
 */
class SuixingInquiry extends HTMLElement {
  static readonly observedAttributes = ['lang', 'region', 'portal'];
  readonly #box = make('section', { attributes: { class: 'box', 'data-theme': 'light' } });
  #place = nothingAnswered;

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    dress(root);
    root.append(this.#box);
    for (const kind of keptInside) root.addEventListener(kind, (event) => event.stopPropagation());
  }

  connectedCallback(): void {
    this.#draw();
  }

  attributeChangedCallback(): void {
    if (this.isConnected) this.#draw();
  }

  #draw(): View {
    const language = languageOf(this);
    const say = sayIn(language);
    const region = this.getAttribute('region') ?? servedBy?.region ?? '';
    const city = say(regionName(region));
    const view =
      scheduleOf(region).length === 0 ? noRules(say, region) : this.#view({ say, language, region, city });
    this.#box.lang = languageTag(language);
    this.#box.setAttribute('aria-label', say(title));
    this.#box.replaceChildren(
      make('h2', { holds: say(title) }),
      ...view.nodes.filter((node) => node !== null),
      make('p', {
        attributes: { class: 'note' },
        holds: `${say(staysHere)}${servedBy?.demo ? say(demonstration) : ''}`,
      }),
    );
    return view;
  }

  #view({ say, language, region, city }: Shown): View {
    const { answers, at } = this.#place;
    const asked: Asked = { answers, region, today: shanghaiDate(new Date()) };
    const { shown, before, step, of, counts } = seenAt(asked, at);
    const onBack = () => this.#go({ answers, at: before });
    if (shown === null)
      return resultView({
        ...{ say, city, onBack, asked: { ...asked, answers: counts } },
        verdict: verdictOf({ ...asked, answers: counts }),
        portal: portalPage(this, { language, region, fragment: toFragment(answers) }),
        onRestart: () => this.#go(nothingAnswered),
      });
    return questionView({
      ...{ say, city, answers, step, of },
      question: questions[shown],
      onBack: before === null ? null : onBack,
      onAnswer: (answer) => {
        this.#go(answered(asked, { at: shown, answer }));
        this.#tellOutcome(region);
      },
    });
  }

  /** A step of the person: what comes is read out. */
  #go(place: Place): void {
    this.#place = place;
    this.#draw().heading.focus();
  }

  /** The page around it hears what came out, and nothing of what was answered. */
  #tellOutcome(region: string): void {
    const { answers, at } = this.#place;
    const asked: Asked = { answers, region, today: shanghaiDate(new Date()) };
    const { shown, counts } = seenAt(asked, at);
    if (shown !== null) return;
    const detail = { outcome: verdictOf({ ...asked, answers: counts }).kind };
    this.dispatchEvent(new CustomEvent('suixing-result', { detail, bubbles: true, composed: true }));
  }
}

interface Shown {
  readonly say: Say;
  readonly language: Language;
  readonly region: string;
  readonly city: string;
}

/** As a sheet of its own, which no policy on inline styles forbids; older browsers take an element. */
function dress(root: ShadowRoot): void {
  if ('replaceSync' in CSSStyleSheet.prototype) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    root.adoptedStyleSheets = [sheet];
  } else root.append(make('style', { holds: styles }));
}

/** What is said of the element, else of what is around it; Chinese where nothing is said. */
function languageOf(element: Element): Language {
  const said = element.closest('[lang]')?.getAttribute('lang') ?? '';
  return said.toLowerCase().startsWith('en') ? 'en' : 'zh';
}

/** The checker of the portal that sends this file, or that `portal` names; null where it would judge by another region's rules. */
function portalPage(
  element: Element,
  {
    language,
    region,
    fragment,
  }: { readonly language: Language; readonly region: string; readonly fragment: string },
): string | null {
  const named = element.getAttribute('portal');
  const portal = named ?? (servedBy?.region === region ? servedFrom : null);
  if (portal === null || !/^https?:\/\//.test(portal)) return null;
  const page = new URL(`/${language}/check`, portal);
  page.hash = fragment;
  return page.href;
}

function noRules(say: Say, region: string): View {
  const heading = make('h3', { attributes: { tabindex: '-1' }, holds: say(unknownRegion, { region }) });
  return { heading, nodes: [heading] };
}

// Last, since an element that is on the page already is drawn by this.
if (!customElements.get('suixing-inquiry')) customElements.define('suixing-inquiry', SuixingInquiry);
