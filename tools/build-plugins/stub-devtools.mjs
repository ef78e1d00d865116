/** Ink imports React's developer tools when asked to; nobody asks in a build, and the package is not installed. */
export function stubDevtools() {
  return {
    name: 'stub-devtools',
    resolveId: (id) => (id === 'react-devtools-core' ? `\0${id}` : null),
    load: (id) =>
      id === '\0react-devtools-core' ? 'export default { initialize() {}, connectToDevTools() {} };' : null,
  };
}
