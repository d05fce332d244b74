/** Styles as a text, as the build hands them over. */
declare module '*.css?inline' {
  const styles: string;
  export default styles;
}
