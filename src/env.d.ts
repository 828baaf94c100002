/** What astro.config.mjs tells the site; constants of a build. */
interface ImportMetaEnv {
  /** Absolute path of the content folder, without a slash at its end. */
  readonly EPAPER_CONTENT_ROOT: string;
  /** Absolute path of the folder of files that are served as they are. */
  readonly EPAPER_PUBLIC: string;
  /** Absolute path of the project, without a slash at its end. */
  readonly EPAPER_PROJECT_ROOT: string;
  /**
   * Absolute path of the folder where incremental printing keeps articles and bodies between builds;
   * undefined where astro.config.mjs goes without it.
   */
  readonly EPAPER_KEPT: string | undefined;
}
