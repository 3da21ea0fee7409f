"""The installable frame: start page, manifest, service worker, its list, help now."""
