"""The commands, one small file each, imported when it is run."""
