/** What is drawn into the widget at one time, and the heading that takes the focus after a step. */
export interface View {
  readonly heading: HTMLElement;
  readonly nodes: readonly (Node | null)[];
}
