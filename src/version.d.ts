/** The version of package.json, put in by the build. */
declare const __ECSC_VERSION__: string;
