"""What all pages share: the look, the icons, and how one file is made that asks nobody for anything."""
