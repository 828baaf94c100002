/** The script of /admin/, bundled by bundle-cms.ts: reads config.json beside the page, and begins. */
import CMS from '@sveltia/cms';

CMS.init();
