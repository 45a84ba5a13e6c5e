"""Makes of a bundle folder what Linux installs: a .deb, an AppImage, a tarball and the Flatpak manifest for it."""
